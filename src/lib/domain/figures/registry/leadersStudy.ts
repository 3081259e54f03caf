import type { FigureDefinition } from '../figure.ts';
import { ofSessions } from './events.ts';

export const leadersStudy = {
  ...ofSessions,
  key: 'leadersStudy',
  version: 1,
  name: '领导干部集体学法次数',
  definition: '已核验的学法活动中，领导干部集体学法的场次，去重计数。',
  formula: '形式“领导干部集体学法”的活动场次',
} as const satisfies FigureDefinition;
