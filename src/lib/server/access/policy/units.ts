import type { Policy } from './rule.ts';

export const unitsPolicy = {
  'units.add': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'units.rename': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'units.move': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'units.close': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'units.view': { roles: ['coordinator', 'leader', 'systemAdministrator'], console: true },
  'units.tag': { roles: ['coordinator', 'systemAdministrator'], console: true },
  'units.import': { roles: ['coordinator', 'systemAdministrator'], anywhere: true, console: true },
  'units.resume': { system: true, console: true },
  'units.list': {
    roles: ['coordinator', 'leader', 'systemAdministrator', 'securityAdministrator'],
    anywhere: true,
    console: true,
  },
  'units.placeName': { visitor: true, signedIn: true, console: true },
} as const satisfies Policy;
