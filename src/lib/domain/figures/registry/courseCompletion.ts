import type { FigureDefinition } from '../figure.ts';

export const courseCompletion = {
  key: 'courseCompletion',
  version: 1,
  name: '学法课程完成率',
  measure: 'rate',
  rows: 'people',
  unit: '人',
  definition: '学习计划列有必修课程的人员中，本年度全部必修课程均已学完的人数所占比例。',
  formula: '完成全部必修课程 ÷ 有必修课程',
  numerator: '已完成',
  denominator: '有必修课程',
  basis: '必修课程取统计日本人所在的已发布学习计划；一门课程的各课时均在本年度完成才算学完，选修课程不计。',
  byGroup: true,
  byClass: true,
  byWindow: false,
  pass: 'classes',
} as const satisfies FigureDefinition;
