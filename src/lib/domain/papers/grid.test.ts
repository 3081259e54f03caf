import { expect, it } from 'vitest';
import type { BlueprintRow } from './blueprint.ts';
import { gridOf } from './grid.ts';

const row = (change: Partial<BlueprintRow>): BlueprintRow => ({
  ...{ id: 'r', type: 'single', topicId: null, difficulty: null, lawTitle: null, audience: null },
  ...{ count: 1, pointsHundredths: 200, ...change },
});

it('the table of a blueprint sums items and marks by topic and type', () => {
  const rows = [
    row({ topicId: 't1', count: 3 }),
    row({ topicId: 't1', count: 2, difficulty: 3 }),
    row({ type: 'judgement', topicId: null, count: 4, pointsHundredths: 100 }),
    row({ type: 'judgement', topicId: 't1', count: 1, pointsHundredths: 100 }),
  ];
  expect(gridOf(rows)).toEqual({
    types: ['single', 'judgement'],
    lines: [
      {
        topicId: 't1',
        cells: [
          { items: 5, hundredths: 1000 },
          { items: 1, hundredths: 100 },
        ],
        total: { items: 6, hundredths: 1100 },
      },
      {
        topicId: null,
        cells: [
          { items: 0, hundredths: 0 },
          { items: 4, hundredths: 400 },
        ],
        total: { items: 4, hundredths: 400 },
      },
    ],
    totals: [
      { items: 5, hundredths: 1000 },
      { items: 5, hundredths: 500 },
    ],
  });
});
