import type { Policy } from './rule.ts';

export const inspectionPolicy = {
  'keys.status': { roles: ['systemAdministrator', 'securityAdministrator'], anywhere: true, console: true },
  'keys.rotate': { console: true },
} as const satisfies Policy;
