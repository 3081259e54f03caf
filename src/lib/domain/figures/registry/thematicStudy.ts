import type { FigureDefinition } from '../figure.ts';
import { hostsOnce, ofSessions } from './events.ts';

export const thematicStudy = {
  ...ofSessions,
  key: 'thematicStudy',
  version: 1,
  name: '专题学法次数',
  definition: '已核验的学法活动中，形式为中心组学习且主题为法治的场次，去重计数。',
  formula: '形式“中心组学习”且主题“法治”的活动场次',
  basis: hostsOnce,
} as const satisfies FigureDefinition;
