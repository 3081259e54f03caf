import type { FigureDefinition } from '../figure.ts';

export const averageHours = {
  key: 'averageHours',
  version: 1,
  name: '人均学时',
  measure: 'mean',
  rows: 'people',
  unit: '学时',
  definition: '在册人员本年度培训学时的平均数，可按人员类别分列。',
  formula: '培训学时合计 ÷ 在册人数',
  numerator: '培训学时合计',
  denominator: '在册人数',
  basis: '按统计日主职所在单位和人员类别确定在册人员，一人一次；学时以台账分录合计为准，冲销即减，随人转移。',
  measured: '学时',
  byGroup: true,
  byClass: true,
  byWindow: false,
  pass: 'classes',
} as const satisfies FigureDefinition;
