import type { Policy } from './rule.ts';

export const portalsPolicy = {
  'access.setPortals': { roles: ['securityAdministrator'], console: true },
} as const satisfies Policy;
