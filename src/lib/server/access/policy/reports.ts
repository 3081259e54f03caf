import type { Policy } from './rule.ts';

export const reportsPolicy = {
  'reports.listUnits': { roles: ['leader', 'coordinator'], anywhere: true },
  'reports.readOverview': { roles: ['leader', 'coordinator'], console: true },
  'reports.exportOverview': { roles: ['leader', 'coordinator'] },
  'reports.readFigure': { roles: ['leader', 'coordinator'], console: true },
  'reports.exportFigure': { roles: ['leader', 'coordinator'] },
  'reports.readReport': { roles: ['leader', 'coordinator'] },
  'reports.exportReport': { roles: ['leader', 'coordinator'] },
  'reports.verify': { console: true },
} as const satisfies Policy;
