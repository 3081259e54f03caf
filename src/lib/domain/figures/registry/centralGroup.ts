import type { FigureDefinition } from '../figure.ts';
import { ofSessions } from './events.ts';

export const centralGroup = {
  ...ofSessions,
  key: 'centralGroup',
  version: 1,
  name: '中心组学习次数',
  definition:
    '已核验的学法活动中，形式为理论学习中心组学习的场次，去重计数；专题学法是其中主题为法治的部分。',
  formula: '形式“中心组学习”的活动场次',
} as const satisfies FigureDefinition;
