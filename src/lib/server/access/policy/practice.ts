import type { Policy } from './rule.ts';

/** Practice is a person's own: nobody else has a verb that reads it. */
export const practicePolicy = {
  'practice.begin': { signedIn: true },
  'practice.run': { self: true },
} as const satisfies Policy;
