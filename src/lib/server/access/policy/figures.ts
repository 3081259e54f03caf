import type { Policy } from './rule.ts';

export const figuresPolicy = {
  'figures.listUnits': { roles: ['leader', 'coordinator', 'clerk'], anywhere: true },
  'figures.readOverview': { roles: ['leader', 'coordinator'], console: true },
  'figures.exportOverview': { roles: ['leader', 'coordinator'] },
  'figures.readFigure': { roles: ['leader', 'coordinator', 'clerk'], console: true },
  'figures.exportFigure': { roles: ['leader', 'coordinator'] },
  'figures.setTarget': { roles: ['leader', 'coordinator'] },
  'figures.verify': { console: true },
} as const satisfies Policy;
