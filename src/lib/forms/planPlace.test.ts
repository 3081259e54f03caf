import { expect, it } from 'vitest';
import { planPlace } from './planPlace.ts';

const refused = (values: object) => planPlace({ message: '请修改', fields: {}, values });

it('a refused form is told at that form', () => {
  expect(refused({ title: '', requirementId: 'r1' })).toBe('plan');
  expect(refused({ classCode: 'section', target: '' })).toBe('requirement');
  expect(refused({ draftId: 'd1', target: '-1' })).toBe('d1');
  expect(refused({ requirementId: 'r1', target: '-1' })).toBe('r1');
  expect(refused({ planId: 'p1' })).toBe('top');
});

it('what went well is told where its action says, otherwise at the top', () => {
  expect(planPlace({ done: '已保存', at: 'plan' })).toBe('plan');
  expect(planPlace({ done: '已发布' })).toBe('top');
  expect(planPlace(null)).toBeNull();
});
