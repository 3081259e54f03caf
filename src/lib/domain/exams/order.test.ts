import { expect, it } from 'vitest';
import { inOrderOfNeed } from './order.ts';

it('puts what can be sat now before what is over, whatever ended first', () => {
  const exam = (state: 'open' | 'finished' | 'missed' | 'upcoming' | 'inProgress', month: string) => ({
    ...{ state, closesAt: `2026-${month}-01T00:00:00.000Z` },
  });
  const listed = [
    ...[exam('finished', '01'), exam('open', '12'), exam('missed', '06'), exam('upcoming', '11')],
    ...[exam('inProgress', '12'), exam('open', '10')],
  ];
  expect(inOrderOfNeed(listed).map((one) => `${one.state} ${one.closesAt.slice(5, 7)}`)).toEqual([
    ...['inProgress 12', 'open 10', 'open 12', 'upcoming 11', 'missed 06', 'finished 01'],
  ]);
});
