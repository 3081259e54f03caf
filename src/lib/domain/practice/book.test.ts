import { describe, expect, it } from 'vitest';
import { afterAnswer, isInBook, wayOutText, withExam, withoutLuck, type Mistake } from './book.ts';

const at = (day: number, hour = 1) => `2026-03-0${day}T0${hour}:00:00.000Z`;
const wrong = (before: Mistake | null, when: string) =>
  afterAnswer(before, { isRight: false, source: 'practice', at: when }) as Mistake;
const right = (before: Mistake | null, when: string) =>
  afterAnswer(before, { isRight: true, source: 'practice', at: when }) as Mistake;

describe('the wrong-question book', () => {
  it('takes in what was answered wrong, and nothing that was only right', () => {
    expect(isInBook(wrong(null, at(1)))).toBe(true);
    expect(right(null, at(1))).toBeNull();
  });

  it('lets go after right answers on two different days of Shanghai, not twice on one', () => {
    const once = right(wrong(null, at(1)), at(2));
    expect(isInBook(once)).toBe(true);
    expect(isInBook(right(once, at(2, 9)))).toBe(true);
    expect(isInBook(right(once, at(3)))).toBe(false);
    // 16:00 in UTC is the next day in Shanghai.
    expect(isInBook(right(once, '2026-03-02T16:00:00.000Z'))).toBe(false);
  });

  it('begins anew with the next wrong answer, and counts them all', () => {
    const back = wrong(right(right(wrong(null, at(1)), at(2)), at(3)), at(4));
    expect([isInBook(back), back.times, back.rightDays]).toEqual([true, 2, 0]);
  });

  it('does not count a right answer that was luck', () => {
    const lucky = withoutLuck(right(wrong(null, at(1)), at(2)), '2026-03-02');
    expect(isInBook(right(lucky, at(3)))).toBe(true);
    expect(withoutLuck(lucky, '2026-03-02')).toEqual(lucky);
  });

  it('takes in what an exam showed since the last answer, once however often it is looked at', () => {
    const left = right(right(wrong(null, at(1)), at(2)), at(3));
    const again = withExam(left, at(5));
    expect([isInBook(again), again.times, again.source]).toEqual([true, 2, 'exam']);
    expect(withExam(again, at(5))).toEqual(again);
    expect(withExam(left, at(2))).toEqual(left);
    expect(isInBook(withExam(null, at(5)))).toBe(true);
  });

  it('says how a question leaves', () => {
    const first = wrong(null, at(1));
    expect(wayOutText(first)).toBe('在不同的两天各答对一次后移出');
    expect(wayOutText(right(first, at(2)))).toBe('换一天再答对一次后移出');
  });
});
