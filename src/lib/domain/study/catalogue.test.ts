import { expect, it } from 'vitest';
import { inOrderOfNeed, type Demanded } from './catalogue.ts';

const course = (id: string, demanded: Demanded | null, completed = 0) => {
  return { id, demanded, lessons: 2, completed };
};

it('what must still be learnt stands first, what is learnt last, and equals keep their order', () => {
  const listed = [
    ...[course('free', null), course('learnt', 'required', 2), course('begun', 'required', 1)],
    ...[course('offered', 'elective'), course('other', null), course('next', 'required')],
  ];
  expect(inOrderOfNeed(listed).map(({ id }) => id)).toEqual([
    ...['begun', 'next', 'offered', 'free', 'other', 'learnt'],
  ]);
});
