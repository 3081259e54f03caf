import type { FigureDefinition } from '../figure.ts';
import { ofEvents } from './events.ts';

export const outreachAttendances = {
  ...ofEvents,
  key: 'outreachAttendances',
  version: 1,
  name: '普法受教育人次',
  measure: 'sum',
  unit: '人次',
  definition: '已核验的面向社会公众的普法活动受教育人次之和。',
  formula: '各场普法活动登记人次之和',
  numerator: '人次',
  denominator: '场次',
  basis: '人次归活动，同一人参加几场计几次；与人数、场次是三种口径，不相加、不换算。',
} as const satisfies FigureDefinition;
