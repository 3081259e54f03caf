import type { FigureDefinition } from '../figure.ts';

export const thematicStudy = {
  key: 'thematicStudy',
  version: 1,
  name: '专题学法次数',
  measure: 'count',
  rows: 'events',
  unit: '次',
  definition: '已核验的学法活动中，形式为中心组学习且主题为法治的场次，去重计数。',
  formula: '形式“中心组学习”且主题“法治”的活动场次',
  numerator: '场次',
  denominator: '场次',
  basis: '场次归主办单位；几个单位合办的，在共同上级只计一次；未核验的不计。',
  byGroup: false,
  byClass: false,
  byWindow: false,
  pass: 'own',
} as const satisfies FigureDefinition;
