import type { Policy } from './rule.ts';

export const unitsPolicy = {
  'units.add': { roles: ['coordinator', 'administrator'], console: true },
  'units.rename': { roles: ['coordinator', 'administrator'], console: true },
  'units.move': { roles: ['coordinator', 'administrator'], console: true },
  'units.close': { roles: ['coordinator', 'administrator'], console: true },
  'units.view': { roles: ['coordinator', 'leader', 'administrator'], console: true },
  'units.tag': { roles: ['coordinator', 'administrator'], console: true },
  'units.import': { roles: ['coordinator', 'administrator'], anywhere: true, console: true },
  'units.resume': { system: true, console: true },
  'units.list': { roles: ['coordinator', 'leader', 'administrator'], anywhere: true, console: true },
  'units.placeName': { visitor: true, signedIn: true, console: true },
} as const satisfies Policy;
