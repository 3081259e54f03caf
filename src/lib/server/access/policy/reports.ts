import type { Policy } from './rule.ts';

export const reportsPolicy = {
  'reports.listReports': { roles: ['leader', 'coordinator', 'clerk'], anywhere: true },
  'reports.readReport': { roles: ['leader', 'coordinator', 'clerk'] },
  'reports.exportReport': { roles: ['leader', 'coordinator', 'clerk'] },
  'reports.editReport': { roles: ['coordinator', 'leader', 'clerk'] },
  'reports.sealDraft': { roles: ['coordinator', 'leader'] },
  /** By the leader himself: no delegation reaches it. */
  'reports.signReport': { roles: ['leader'] },
  'reports.trueUpReport': { roles: ['leader'] },
  'reports.readGaps': { roles: ['leader', 'coordinator', 'clerk'] },
  'reports.citeEvent': { roles: ['leader', 'coordinator'], anywhere: true },
  'reports.verify': { console: true },
} as const satisfies Policy;
