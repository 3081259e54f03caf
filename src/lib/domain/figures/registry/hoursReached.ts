import type { FigureDefinition } from '../figure.ts';

export const hoursReached = {
  key: 'hoursReached',
  version: 1,
  name: '学时达标率',
  measure: 'rate',
  rows: 'people',
  unit: '人',
  definition: '有年度学时（学分）要求的人员中，本人适用的各项要求全部达到的人数所占比例。',
  formula: '达标 ÷ 应达标',
  numerator: '达标',
  denominator: '应达标',
  basis: '按统计日的主职所在单位和人员类别确定应达标人员；学时以台账分录合计为准，冲销即减。',
  measured: '学时',
  byGroup: true,
  byClass: true,
  byWindow: false,
  pass: 'classes',
} as const satisfies FigureDefinition;
