import { expect, it } from 'vitest';
import { examsLeft, headline, outlook, shortDay } from './words.ts';

it('names what is missing and nothing else', () => {
  expect(headline(4, { ahead: 1, lost: 0 })).toBe('还差 4 个课时单元，1 场考试');
  expect(headline(0, { ahead: 1, lost: 1 })).toBe('还差 1 场考试');
  expect(headline(0, { ahead: 0, lost: 0 })).toBe('要求的课时和考试都已完成');
});

it('does not call an exam done that is over and was not passed', () => {
  const exam = { state: 'missed', candidateState: 'due', bestHundredths: null, passMark: 6000 } as const;
  const exams = [
    exam,
    { ...exam, state: 'finished', bestHundredths: 5900 } as const,
    { ...exam, state: 'finished', bestHundredths: 6000 } as const,
    { ...exam, state: 'finished' } as const,
    { ...exam, candidateState: 'exempt' } as const,
    { ...exam, state: 'open', bestHundredths: 5900 } as const,
  ];
  expect(examsLeft(exams)).toEqual({ ahead: 1, lost: 2 });
  expect(headline(0, { ahead: 0, lost: 1 })).toBe('有 1 场考试已经结束，没有合格成绩');
});

it('tells what is ahead in half hours', () => {
  expect(outlook({ lessons: 4, minutes: 170 })).toContain('3 小时');
  expect(outlook({ lessons: 1, minutes: 12 })).toContain('半小时');
  expect(outlook({ lessons: 0, minutes: 0 })).not.toContain('小时');
});

it('writes a day shortly', () => {
  expect(shortDay('2026-11-05')).toBe('11 月 5 日');
});
