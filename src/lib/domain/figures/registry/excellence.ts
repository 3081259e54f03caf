import type { FigureDefinition } from '../figure.ts';

export const excellence = {
  key: 'excellence',
  version: 1,
  name: '优秀率',
  measure: 'rate',
  rows: 'people',
  unit: '人',
  definition: '实考人员中最好成绩达到优秀线的人数占实考人数的比例。',
  formula: '优秀 ÷ 实考',
  numerator: '优秀',
  denominator: '实考',
  basis: '优秀线由考试设定；多次作答取最好成绩。',
  byGroup: true,
  byClass: true,
  byWindow: true,
  pass: 'exam',
} as const satisfies FigureDefinition;
