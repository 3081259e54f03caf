import { expect, it } from 'vitest';
import { askedOf, examsLeft, headline, outlook, shortDay } from './words.ts';

const done = { isAsked: true, isExamToCome: false, short: [] };

it('names what is missing and nothing else', () => {
  expect(headline(4, { ahead: 1, lost: 0 }, done)).toBe('还差 4 个课时单元，1 场考试');
  expect(headline(0, { ahead: 1, lost: 1 }, done)).toBe('还差 1 场考试');
  expect(headline(0, { ahead: 0, lost: 0 }, done)).toBe('要求的课时和考试都已完成');
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
  expect(headline(0, { ahead: 0, lost: 1 }, done)).toBe('有 1 场考试已经结束，没有合格成绩');
});

it('tells what is ahead in half hours', () => {
  expect(outlook({ lessons: 4, minutes: 170 }, done)).toContain('3 小时');
  expect(outlook({ lessons: 1, minutes: 12 }, done)).toContain('半小时');
  expect(outlook({ lessons: 0, minutes: 0 }, done)).not.toContain('小时');
});

it('writes a day shortly', () => {
  expect(shortDay('2026-11-05')).toBe('11 月 5 日');
});

it('calls nothing done that was never asked, nor hours that are missing, nor an exam that is still to be set', () => {
  const standings = [
    { ledger: 'training', totalHundredths: 7750, targetHundredths: 9000 },
    { ledger: 'credit', totalHundredths: 0, targetHundredths: null },
  ] as const;
  const fresh = { standings: [], needsExam: false, remaining: { lessons: 0, minutes: 0 } };
  const words = (
    year: Parameters<typeof askedOf>[0] & { remaining: { lessons: number; minutes: number } },
  ) => {
    const asked = askedOf(year, []);
    return [headline(0, { ahead: 0, lost: 0 }, asked), outlook(year.remaining, asked)];
  };
  expect(words(fresh)).toEqual([
    '今年还没有对您提出要求',
    '单位发布计划或指派课程后会列在这里，现在也可以在课程中选学。',
  ]);
  expect(words({ ...fresh, standings })[0]).toBe('培训学时还差 12.5');
  expect(words({ ...fresh, needsExam: true })[0]).toBe('年度考试还没有安排');
  expect(askedOf(fresh, [{ candidateState: 'exempt' }]).isAsked).toBe(false);
});
