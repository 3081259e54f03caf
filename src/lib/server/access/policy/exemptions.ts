import type { Policy } from './rule.ts';

export const exemptionsPolicy = {
  'exemptions.list': { roles: ['coordinator', 'leader'] },
  'exemptions.waiting': { roles: ['coordinator', 'leader'], anywhere: true },
  'exemption.ask': { roles: ['coordinator'] },
  'exemption.decide': { roles: ['coordinator', 'leader'] },
} as const satisfies Policy;
