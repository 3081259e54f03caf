import { expect, it } from 'vitest';
import { headline, outlook, shortDay } from './words.ts';

it('names what is missing and nothing else', () => {
  expect(headline(4, 1)).toBe('还差 4 个课时单元，1 场考试');
  expect(headline(0, 1)).toBe('还差 1 场考试');
  expect(headline(0, 0)).toBe('要求的课时和考试都已完成');
});

it('tells what is ahead in half hours', () => {
  expect(outlook({ lessons: 4, minutes: 170 })).toContain('3 小时');
  expect(outlook({ lessons: 1, minutes: 12 })).toContain('半小时');
  expect(outlook({ lessons: 0, minutes: 0 })).not.toContain('小时');
});

it('writes a day shortly', () => {
  expect(shortDay('2026-11-05')).toBe('11 月 5 日');
});
