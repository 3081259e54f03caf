import type { Policy } from './rule.ts';

export const inspectionPolicy = {
  'keys.status': { roles: ['systemAdministrator', 'securityAdministrator'], anywhere: true, console: true },
  /** What is wrong with the installation, and what it still needs before people can learn. */
  'inspection.examine': { roles: ['systemAdministrator'], anywhere: true, console: true },
  'inspection.firstSteps': {
    roles: ['systemAdministrator', 'securityAdministrator', 'coordinator'],
    anywhere: true,
  },
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
