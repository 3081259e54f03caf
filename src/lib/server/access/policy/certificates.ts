import type { Policy } from './rule.ts';

export const certificatesPolicy = {
  'certificates.mine': { signedIn: true },
  'certificates.ask': { signedIn: true },
  'certificates.withdrawRequest': { self: true },
  'certificates.read': { self: true, roles: ['coordinator'] },
  'certificates.list': { roles: ['coordinator'], anywhere: true },
  'certificates.issue': { roles: ['coordinator'] },
  /** Asked over the unit that issued. */
  'certificates.revoke': { roles: ['coordinator'] },
  'certificates.settleMark': { roles: ['coordinator'] },
  'certificates.resume': { system: true },
  'certificates.verifyAll': { console: true },
  'certificate.verify': { visitor: true, signedIn: true },
} as const satisfies Policy;
