import type { Policy } from './rule.ts';

export const hoursPolicy = {
  'hours.year': { signedIn: true },
  'hours.read': { self: true, roles: ['coordinator', 'leader'] },
  'hours.reverse': { roles: ['coordinator'] },
  'hours.behind': { roles: ['coordinator'], anywhere: true },
  'hours.rules': { signedIn: true, console: true },
  'hours.setRule': { console: true },
} as const satisfies Policy;
