import type { Policy } from './rule.ts';

export const movementPolicy = {
  /** Over the home unit of the person; whoever looks after the receiving unit decides. */
  'transfer.propose': { roles: ['coordinator'], console: true },
  'transfer.decide': { roles: ['coordinator'], console: true },
  'transfer.withdraw': { roles: ['coordinator'], console: true },
  'transfer.read': { roles: ['coordinator', 'leader'], console: true },
  'transfers.list': { roles: ['coordinator'], anywhere: true, console: true },
  'transfers.mine': { signedIn: true },
  'people.settleDepartures': { system: true, console: true },
} as const satisfies Policy;
