import { accessPolicy } from './access.ts';
import type { Policy } from './rule.ts';

/** Who may do what, in one table; each room's verbs stand in a file of its name. */
export const policy = {
  ...accessPolicy,
} as const satisfies Policy;

export type Verb = keyof typeof policy;
