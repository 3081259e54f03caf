import type { Policy } from './rule.ts';

export const inspectionPolicy = {
  'keys.status': { roles: ['systemAdministrator', 'securityAdministrator'], anywhere: true, console: true },
  'inspection.search': { roles: ['auditAdministrator'], anywhere: true, console: true },
  'inspection.export': { roles: ['auditAdministrator'], anywhere: true },
  'inspection.readRetention': {
    roles: ['auditAdministrator', 'securityAdministrator', 'systemAdministrator'],
    anywhere: true,
    console: true,
  },
  /** Asked over the top of the tree: it holds for everybody. */
  'inspection.setRetention': { roles: ['securityAdministrator'], console: true },
  'inspection.sweep': { system: true, console: true },
  'inspection.ownData': { signedIn: true },
  'keys.rotate': { console: true },
} as const satisfies Policy;
