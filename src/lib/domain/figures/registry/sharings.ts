import type { FigureDefinition } from '../figure.ts';
import { ofSessions } from './events.ts';

export const sharings = {
  ...ofSessions,
  key: 'sharings',
  version: 1,
  name: '学习分享会次数',
  definition: '已核验的学法活动中，学习分享会的场次，去重计数。',
  formula: '形式“分享会”的活动场次',
} as const satisfies FigureDefinition;
