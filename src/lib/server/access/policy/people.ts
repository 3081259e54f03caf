import type { Policy } from './rule.ts';

export const peoplePolicy = {
  'people.findClerk': { roles: ['leader', 'clerk'], anywhere: true },
  'people.setUp': { visitor: true },
  'people.add': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'people.move': { roles: ['coordinator'], console: true },
  'people.change': { roles: ['coordinator'], console: true },
  'people.reveal': { roles: ['securityAdministrator'] },
  'people.list': {
    roles: ['coordinator', 'systemAdministrator', 'securityAdministrator'],
    anywhere: true,
    console: true,
  },
  'people.view': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'people.template': { roles: ['coordinator', 'systemAdministrator'], anywhere: true, console: true },
  'people.import': { roles: ['coordinator', 'systemAdministrator'], anywhere: true, console: true },
  'people.merge': { roles: ['coordinator'], console: true },
  /** Over the home unit of the person; whoever looks after the receiving unit decides. */
  'transfer.propose': { roles: ['coordinator'], console: true },
  'transfer.decide': { roles: ['coordinator'], console: true },
  'transfer.withdraw': { roles: ['coordinator'], console: true },
  'transfer.read': { roles: ['coordinator', 'leader'], console: true },
  'transfers.list': { roles: ['coordinator'], anywhere: true, console: true },
  'transfers.mine': { signedIn: true },
  'people.settleDepartures': { system: true, console: true },
  'people.resume': { system: true, console: true },
} as const satisfies Policy;
