import type { Role } from '../../platform/act.ts';

/** Who may do a thing. Whatever is not said is denied. */
export interface Rule {
  /** Holders of one of these roles over the thing's unit on the act's day. */
  roles?: readonly Role[];
  /** With `roles`: the role is enough wherever it is held; the thing belongs to no unit. */
  anywhere?: boolean;
  /** The person to whom the thing belongs. */
  self?: boolean;
  /** Anybody signed in. */
  signedIn?: boolean;
  visitor?: boolean;
  console?: boolean;
  system?: boolean;
}

export type Policy = Record<string, Rule>;
