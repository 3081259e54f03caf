import type { FigureDefinition } from '../figure.ts';
import { hostsOnce, ofSessions } from './events.ts';

export const enforcementForum = {
  ...ofSessions,
  key: 'enforcementForum',
  version: 1,
  name: '执法大讲堂期数',
  unit: '期',
  definition: '已核验的学法活动中，执法大讲堂的期数，并按季度分列，要求每季度至少一期。',
  formula: '形式“执法大讲堂”的活动场次',
  numerator: '期数',
  denominator: '期数',
  basis: `${hostsOnce}季度以举办日期为准，次年补办而归属本年度的计入第四季度。`,
} as const satisfies FigureDefinition;
