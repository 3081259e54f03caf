import type { FigureDefinition } from '../figure.ts';

export const present = {
  key: 'present',
  version: 1,
  name: '实考人数',
  measure: 'count',
  rows: 'people',
  unit: '人',
  definition: '应考人员中至少交卷一次（含到时自动交卷）的人数。',
  formula: '应考且至少交卷一次',
  numerator: '实考',
  denominator: '实考',
  basis: '作答未交卷的不计；空白卷计入实考，另行列出。',
  byGroup: true,
  byClass: true,
  byWindow: true,
  pass: 'exam',
} as const satisfies FigureDefinition;
