import type { Policy } from './rule.ts';

export const importsPolicy = {
  'imports.open': { roles: ['coordinator', 'systemAdministrator'], anywhere: true, console: true },
  'imports.own': { self: true, console: true },
  'imports.stuck': { roles: ['systemAdministrator'], anywhere: true, console: true },
  'imports.resume': { system: true, console: true },
} as const satisfies Policy;
