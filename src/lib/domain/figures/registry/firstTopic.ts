import type { FigureDefinition } from '../figure.ts';
import { ofSessions } from './events.ts';

export const firstTopic = {
  ...ofSessions,
  key: 'firstTopic',
  version: 1,
  name: '第一议题学法次数',
  definition: '已核验的学法活动中，作为会议“第一议题”学习的场次，去重计数。',
  formula: '形式“第一议题”的活动场次',
} as const satisfies FigureDefinition;
