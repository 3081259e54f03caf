import { describe, expect, it } from 'vitest';
import type { Memory, Rating } from '#lib/domain/practice/card.ts';
import { addDays, daysBetween } from '#lib/domain/shared/time.ts';
import { MOST_DAYS, remembered } from './spacing.ts';

const today = '2026-03-02';

/** Days between the answers of somebody who always answers on the day. */
function intervals(ratings: readonly Rating[]): number[] {
  let memory: Memory | null = null;
  let day = today;
  return ratings.map((rating) => {
    memory = remembered(memory, rating, day);
    const days = daysBetween(day, memory.dueOn);
    day = memory.dueOn;
    return days;
  });
}

describe('spaced repetition', () => {
  it('follows FSRS-6 with its published weights, in whole days and without chance', () => {
    expect(intervals(['good', 'good', 'good', 'again', 'good', 'hard', 'good'])).toEqual([
      ...[3, 14, 57, 3, 8, 15, 29],
    ]);
    const first = remembered(null, 'good', today);
    expect(first).toEqual(remembered(null, 'good', today));
    expect([first.stability, first.difficulty]).toEqual([2.3065, 2.11810397]);
  });

  it('brings a question sooner the less it was known, and never on the same day', () => {
    const due = (['again', 'hard', 'good'] as const).map((rating) => remembered(null, rating, today).dueOn);
    expect(due).toEqual(['2026-03-03', '2026-03-04', '2026-03-05']);
  });

  it('lets no question rest longer than half a year', () => {
    expect(Math.max(...intervals(Array.from({ length: 9 }, () => 'good')))).toBe(MOST_DAYS);
  });

  it('takes lateness into account: who still knows it later knows it better', () => {
    const first = remembered(null, 'good', today);
    const onTime = remembered(first, 'good', first.dueOn);
    const late = remembered(first, 'good', addDays(first.dueOn, 30));
    expect(late.stability).toBeGreaterThan(onTime.stability);
    expect([late.reviews, late.lapses]).toEqual([2, 0]);
    expect(remembered(late, 'again', '2026-06-01').lapses).toBe(1);
  });
});
