import { expect, it } from 'vitest';
import { questionTypeNames } from '#lib/domain/bank/question.ts';
import { questionKinds } from '#lib/domain/bank/types/index.ts';
import { traits } from './item.ts';

it.each(questionTypeNames)('a paper says of %s what its marking does', (type) => {
  const { several, half, lettered } = questionKinds[type];
  expect(traits[type]).toEqual({ several, half, lettered });
});
