import type { Policy } from './rule.ts';

export const rostersPolicy = {
  'people.template': { roles: ['coordinator', 'systemAdministrator'], anywhere: true, console: true },
  'people.import': { roles: ['coordinator', 'systemAdministrator'], anywhere: true, console: true },
  'people.resume': { system: true, console: true },
} as const satisfies Policy;
