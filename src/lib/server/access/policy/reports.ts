import type { Policy } from './rule.ts';

export const reportsPolicy = {
  'reports.listUnits': { roles: ['leader', 'coordinator'], anywhere: true },
  'reports.readOverview': { roles: ['leader', 'coordinator'], console: true },
  'reports.exportOverview': { roles: ['leader', 'coordinator'] },
  'reports.readFigure': { roles: ['leader', 'coordinator'], console: true },
  'reports.exportFigure': { roles: ['leader', 'coordinator'] },
  'reports.readReport': { roles: ['leader', 'coordinator'] },
  'reports.exportReport': { roles: ['leader', 'coordinator'] },
  'reports.editReport': { roles: ['coordinator', 'leader'] },
  'reports.sealDraft': { roles: ['coordinator', 'leader'] },
  'reports.signReport': { roles: ['leader'] },
  'reports.trueUpReport': { roles: ['leader'] },
  'reports.readGaps': { roles: ['leader', 'coordinator'] },
  'reports.setTarget': { roles: ['leader', 'coordinator'] },
  'reports.citeEvent': { roles: ['leader', 'coordinator'], anywhere: true },
  'reports.verify': { console: true },
} as const satisfies Policy;
