import type { FigureDefinition } from '../figure.ts';

export const participation = {
  key: 'participation',
  version: 1,
  name: '参考率',
  measure: 'rate',
  rows: 'people',
  unit: '人',
  definition: '应考人员中至少交卷一次（含到时自动交卷）的人数占应考人数的比例。',
  formula: '实考 ÷ 应考',
  numerator: '实考',
  denominator: '应考',
  basis: '应考为名册日在册人员，加登记增补，减批准免考和考前离开；一人一年只计一次，名单外人员不计。',
  byGroup: true,
  byClass: true,
  byWindow: true,
  pass: 'exam',
} as const satisfies FigureDefinition;
