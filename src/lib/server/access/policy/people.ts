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
  'people.merge': { roles: ['coordinator'], console: true },
} as const satisfies Policy;
