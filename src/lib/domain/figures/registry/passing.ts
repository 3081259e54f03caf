import type { FigureDefinition } from '../figure.ts';

export const passing = {
  key: 'passing',
  version: 1,
  name: '合格率',
  measure: 'rate',
  rows: 'people',
  unit: '人',
  definition: '实考人员中最好成绩达到合格线的人数占实考人数的比例；并列按应考人数计算的比例。',
  formula: '合格 ÷ 实考（并列：合格 ÷ 应考）',
  numerator: '合格',
  denominator: '实考',
  basis: '多次作答取最好成绩；含补考时主考与补考取最好成绩，年度归主考年度。',
  byGroup: true,
  byClass: true,
  byWindow: true,
  pass: 'exam',
} as const satisfies FigureDefinition;
