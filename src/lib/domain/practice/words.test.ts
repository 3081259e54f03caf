import { expect, it } from 'vitest';
import { shortagesOf } from '../papers/shortage.ts';
import { isFor } from './audience.ts';
import { mockMark } from './mock.ts';
import { isWithin } from './run.ts';
import { returnText, shortageTexts } from './words.ts';

it('a question comes again on a day that is named', () => {
  expect(returnText('2026-03-03', '2026-03-02')).toBe('明天（3 月 3 日）');
  expect(returnText('2026-03-19', '2026-03-02')).toBe('17 天后（3 月 19 日）');
  expect(returnText('2026-03-02', '2026-03-02')).toBe('今天');
});

it('a shortage of the practice pool names what is missing', () => {
  const any = { topicId: null, difficulty: null, lawTitle: null, audience: null };
  const rows = [
    { ...any, id: 'a', type: 'single' as const, count: 2, pointsHundredths: 200 },
    {
      ...{ ...any, id: 'b', topicId: 't', difficulty: 3 as const, lawTitle: '行政处罚法' },
      ...{ type: 'multiple' as const, count: 1, pointsHundredths: 400 },
    },
  ];
  const one = { questionId: 'q', versionId: 'v', topicId: 't', difficulty: 1 as const };
  const pool = [{ ...one, type: 'single' as const, laws: [], audiences: [] }];
  expect(shortageTexts(rows, shortagesOf(rows, pool), () => '行政处罚')).toEqual([
    '单选题：要 2 道，练习题库中您可以练的只有 1 道，还差 1 道。',
    '多选题，专题“行政处罚”，《行政处罚法》，难度难：要 1 道，练习题库中您可以练的只有 0 道，还差 1 道。',
  ]);
});

it('a question is for everybody, or for the classes that it names in any of their words', () => {
  expect(isFor([], [])).toBe(true);
  expect(isFor(['行政执法人员', '科级干部'], ['enforcement'])).toBe(true);
  expect(isFor(['执法人员'], ['enforcement'])).toBe(true);
  expect(isFor(['行政执法人员'], ['section'])).toBe(false);
});

it('a question lies within a topic and a law', () => {
  const question = { topicId: 't', laws: ['行政处罚法'] };
  expect(isWithin(question, { topicId: null, lawTitle: null })).toBe(true);
  expect(isWithin(question, { topicId: 't', lawTitle: '行政处罚法' })).toBe(true);
  expect(isWithin(question, { topicId: 't', lawTitle: '民法典' })).toBe(false);
});

it('a mock exam marks 多选 as its exam does', () => {
  const item = { type: 'multiple' as const, answerKey: ['A', 'B', 'D'], pointsHundredths: 400 };
  expect(mockMark({ ...item, chosen: ['A', 'B'] }, { halfForSubset: true })).toBe(200);
  expect(mockMark({ ...item, chosen: ['A', 'B'] }, { halfForSubset: false })).toBe(0);
  expect(mockMark({ ...item, chosen: ['A', 'B', 'D'] }, { halfForSubset: false })).toBe(400);
  expect(mockMark({ ...item, chosen: [] }, { halfForSubset: true })).toBe(0);
});
