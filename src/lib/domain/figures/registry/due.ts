import type { FigureDefinition } from '../figure.ts';

export const due = {
  key: 'due',
  version: 1,
  name: '应考人数',
  measure: 'count',
  rows: 'people',
  unit: '人',
  definition: '本年度学法考试应当参加考试的人数，一人只计一次。',
  formula: '名册日在册 + 登记增补 − 批准免考 − 考前离开',
  numerator: '应考',
  denominator: '应考',
  basis:
    '名册日以主职所在单位为准；缓考人员在补考结束前仍计入；免考、离开后又参加考试的重新计入；名单外人员不计。',
  byGroup: true,
  byClass: true,
  byWindow: false,
  pass: 'exam',
} as const satisfies FigureDefinition;
