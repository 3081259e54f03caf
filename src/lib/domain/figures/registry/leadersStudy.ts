import type { FigureDefinition } from '../figure.ts';

export const leadersStudy = {
  key: 'leadersStudy',
  version: 1,
  name: '领导干部集体学法次数',
  measure: 'count',
  rows: 'events',
  unit: '次',
  definition: '已核验的学法活动中，领导干部集体学法的场次，去重计数。',
  formula: '形式“领导干部集体学法”的活动场次',
  numerator: '场次',
  denominator: '场次',
  basis:
    '场次归主办单位；几个单位合办的，在共同上级只计一次；未核验的不计。同一活动有几个标签的，在各标签下各计一次，在总数中只计一次。',
  byGroup: false,
  byClass: false,
  byWindow: false,
  pass: 'own',
} as const satisfies FigureDefinition;
