import { expect, it } from 'vitest';
import { questionTypeNames } from '#lib/domain/bank/question.ts';
import { questionKinds } from '#lib/domain/bank/types/index.ts';
import { takesSeveral } from './item.ts';

it('a control takes several options of exactly those types whose marking does', () => {
  const bySheet = questionTypeNames.filter((type) => takesSeveral({ type }));
  expect(bySheet).toEqual(questionTypeNames.filter((type) => questionKinds[type].several));
  expect(bySheet).not.toEqual([]);
});
