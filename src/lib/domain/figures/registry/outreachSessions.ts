import type { FigureDefinition } from '../figure.ts';

export const outreachSessions = {
  key: 'outreachSessions',
  version: 1,
  name: '普法活动场次',
  measure: 'count',
  rows: 'events',
  unit: '场',
  definition: '已核验的面向社会公众的普法活动场次，去重计数。',
  formula: '对象为社会公众的活动场次',
  numerator: '场次',
  denominator: '场次',
  basis: '场次归主办单位；几个单位合办的，在共同上级只计一次；未核验的不计。面向本单位人员的学法活动不计入。',
  byGroup: false,
  byClass: false,
  byWindow: false,
  pass: 'own',
} as const satisfies FigureDefinition;
