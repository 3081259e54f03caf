import type { FigureDefinition } from '../figure.ts';

export const blankPapers = {
  key: 'blankPapers',
  version: 1,
  name: '空白卷人数',
  measure: 'count',
  rows: 'people',
  unit: '人',
  definition: '实考人员中，所交答卷均未作答任何一题的人数。',
  formula: '实考且全部答卷没有作答',
  numerator: '空白卷',
  denominator: '空白卷',
  basis: '空白卷计入实考，并单独列出，以便核对参考质量。',
  byGroup: true,
  byClass: true,
  byWindow: true,
  pass: 'exam',
} as const satisfies FigureDefinition;
