import { expect, it } from 'vitest';
import { planChanges, requirementChanges, titleIn, type RequirementTerms } from './nextYear.ts';

it('a title moves on with its year', () => {
  expect(titleIn(2027, '2026年度执法人员60学时计划')).toBe('2027年度执法人员60学时计划');
});

it('the difference of plans names what came, went and changed', () => {
  const item = (courseId: string, isRequired = true) => ({ courseId, title: courseId, isRequired });
  expect(planChanges([item('a'), item('b'), item('c')], [item('a'), item('b', false), item('d')])).toEqual([
    '新增《d》',
    '不再包含《c》',
    '《b》改为选修',
  ]);
  expect(planChanges([item('a')], [item('a')])).toEqual([]);
});

it('the difference of requirements names each term', () => {
  const before: RequirementTerms = {
    ...{ targetHundredths: 6000, needsExam: true, legalBasis: '甲', joiners: 'full' },
  };
  expect(requirementChanges(before, before)).toEqual([]);
  expect(requirementChanges(before, { ...before, targetHundredths: 6400, joiners: 'fromQuarter' })).toEqual([
    '目标由 60 改为 64',
    '年中加入：从加入的季度起折算',
  ]);
});
