import { roleLabels } from '#lib/domain/access/roles.ts';

export type FrameRole = keyof typeof roleLabels;

/** Whom the frame greets. */
export interface Who {
  name: string;
  unitName: string;
  roles: FrameRole[];
}

/** The word of a role code; a code that has none is shown as it is. */
export function roleWord(code: string): string {
  return code in roleLabels ? roleLabels[code as FrameRole] : code;
}
