import type { FigureDefinition } from '../figure.ts';
import { ofSessions } from './events.ts';

export const lawLectures = {
  ...ofSessions,
  key: 'lawLectures',
  version: 1,
  name: '法治讲座次数',
  definition: '已核验的学法活动中，法治讲座的场次，去重计数。',
  formula: '形式“法治讲座”的活动场次',
} as const satisfies FigureDefinition;
