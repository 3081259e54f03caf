import { expect, it } from 'vitest';
import { doneSince, dutiesFrom, type Asked } from './duty.ts';

const asked = (dueOn: string, by: string): Asked => ({
  assignmentId: by,
  by,
  unitName: '法制科',
  reason: '新法施行',
  dueOn,
  since: '2026-01-05T01:00:00.000Z',
  moduleTitle: null,
});

it('a course asked for by plans and people is one duty with the first due day', () => {
  const duties = dutiesFrom([
    { kind: 'plan', courseId: 'b', title: '选学', planTitle: '年度计划', isRequired: false },
    { kind: 'plan', courseId: 'a', title: '处罚法', planTitle: '年度计划', isRequired: true },
    { kind: 'assignment', courseId: 'a', title: '处罚法', asked: asked('2026-09-30', '王科长') },
    { kind: 'assignment', courseId: 'a', title: '处罚法', asked: asked('2026-06-30', '李科长') },
  ]);
  expect(duties.map((duty) => [duty.courseId, duty.isRequired, duty.dueOn, duty.assignments.length])).toEqual(
    [
      ['a', true, '2026-06-30', 2],
      ['b', false, null, 0],
    ],
  );
});

it('an assigned elective is required', () => {
  const [duty] = dutiesFrom([
    { kind: 'plan', courseId: 'a', title: '选学', planTitle: '年度计划', isRequired: false },
    { kind: 'assignment', courseId: 'a', title: '选学', asked: asked('2026-09-30', '王科长') },
  ]);
  expect(duty).toMatchObject({ isRequired: true, plans: ['年度计划'] });
});

it('what is only assigned is done by what was completed since, what a plan asks for by its own year', () => {
  const demands = [
    { kind: 'assignment', courseId: 'a', title: '处罚法', asked: asked('2027-01-31', '王科长') },
    { kind: 'plan', courseId: 'b', title: '选学', planTitle: '年度计划', isRequired: true },
    { kind: 'assignment', courseId: 'b', title: '选学', asked: asked('2027-01-31', '王科长') },
  ] as const;
  expect(dutiesFrom(demands).map(doneSince)).toEqual(['2026-01-05T01:00:00.000Z', null]);
});
