import { expect, it } from 'vitest';
import { exposureSentence, mostSeenSentence, shortageSentence } from './words.ts';

const numbers = new Map([
  ['a', 1],
  ['b', 3],
]);

it('a shortage is told by row numbers, alone or competing', () => {
  const alone = { rowIds: ['a'], wanted: 20, fitting: 12, missing: 8, alone: [] };
  expect(shortageSentence(alone, numbers)).toBe('第 1 行要 20 题，题库中符合的只有 12 题，还差 8 题。');
  const both = { rowIds: ['a', 'b'], wanted: 8, fitting: 6, missing: 2, alone: [] };
  expect(shortageSentence(both, numbers)).toBe(
    '第 1、3 行争用同一批题：合计要 8 题，各行可用的题合起来只有 6 题，还差 2 题。单看每一行都够，合起来不够。',
  );
  const worse = { ...both, alone: [{ rowId: 'b', fitting: 4, missing: 1 }] };
  expect(shortageSentence(worse, numbers)).toContain('其中第 3 行单独就差 1 题（符合的 4 题）。');
});

it('exposure says how many papers the bank holds and which questions everybody meets', () => {
  const exposure = { usable: 29, items: 10, verdict: 'thin', papersPowerOfTen: 7 } as const;
  const mostSeen = { rowIds: ['a', 'b'], questions: 3, basisPoints: 8333 };
  expect(exposureSentence({ ...exposure, mostSeen })).toContain(
    '是一份试卷的 2.9 倍；不同的试卷至少有 10 的 7 次方份。不足 3 倍',
  );
  expect(mostSeenSentence({ ...exposure, mostSeen }, numbers)).toBe(
    '出现最多的是第 1、3 行用的 3 道题：其中每道题平均出现在 83.33% 的试卷里。',
  );
});
