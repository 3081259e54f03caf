import type { Policy } from './rule.ts';

export const hoursPolicy = {
  'hours.year': { signedIn: true },
  'hours.read': { self: true, roles: ['coordinator', 'leader'] },
  'hours.reverse': { roles: ['coordinator'] },
  'hours.rules': { signedIn: true, console: true },
  /** Rules hold for the whole installation: those who look after its topmost unit set them. */
  'hours.setRule': { roles: ['coordinator'], console: true },
  'hours.turnYear': { system: true },
  'claim.declare': { signedIn: true },
  'claim.withdraw': { self: true },
  'claim.read': { self: true, roles: ['coordinator'] },
  'claims.list': { roles: ['coordinator'], anywhere: true },
  /** That it is not his own is asked by the verb itself. */
  'claim.decide': { roles: ['coordinator'] },
} as const satisfies Policy;
