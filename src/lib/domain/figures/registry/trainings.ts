import type { FigureDefinition } from '../figure.ts';
import { ofSessions } from './events.ts';

export const trainings = {
  ...ofSessions,
  key: 'trainings',
  version: 1,
  name: '培训次数',
  definition: '已核验的学法活动中，培训的场次，去重计数。',
  formula: '形式“培训”的活动场次',
} as const satisfies FigureDefinition;
