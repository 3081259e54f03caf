import type { Policy } from './rule.ts';

export const outsidePolicy = {
  /** For the people of one unit and below it. */
  'outside.import': { roles: ['coordinator'], console: true },
  'outside.list': { roles: ['coordinator'], anywhere: true },
  'outside.view': { roles: ['coordinator'], console: true },
  /** That none of the results is his own is asked by the verb itself. */
  'outside.takeBack': { roles: ['coordinator'] },
  /** It shows whole numbers: that he brought it in himself is asked by the verb, with a reason that is logged. */
  'outside.readFile': { roles: ['coordinator'] },
  'outside.template': { roles: ['coordinator'], anywhere: true, console: true },
  'outside.resume': { system: true, console: true },
  'outside.verify': { console: true },
} as const satisfies Policy;
