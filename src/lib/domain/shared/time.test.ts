import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfDay,
  fromShanghaiClock,
  isDay,
  planYearOf,
  shanghaiClock,
  shanghaiDay,
  startOfDay,
  toInstant,
} from './time.ts';

const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) }).map(toInstant);

describe('the Shanghai calendar', () => {
  it('ends 31 December at 16:00 UTC', () => {
    expect(planYearOf('2026-12-31T15:59:59.999Z')).toBe(2026);
    expect(planYearOf('2026-12-31T16:00:00.000Z')).toBe(2027);
    expect(endOfDay('2026-12-31')).toBe('2026-12-31T16:00:00.000Z');
    expect(startOfDay('2027-01-01')).toBe(endOfDay('2026-12-31'));
  });

  it('puts every moment into exactly one day and that day into one year', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = shanghaiDay(instant);
        expect(startOfDay(day) <= instant && instant < endOfDay(day)).toBe(true);
        expect(planYearOf(instant)).toBe(Number(day.slice(0, 4)));
      }),
    );
  });

  it('shows a clock that reads back to the same second', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(fromShanghaiClock(shanghaiClock(instant))).toBe(`${instant.slice(0, 19)}.000Z`);
      }),
    );
  });

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (instant, days) => {
        const day = shanghaiDay(instant);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', 'today', ''])('knows that %s is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('knows that 2028-02-29 is one', () => {
    expect(isDay('2028-02-29')).toBe(true);
  });

  it.each(['2026-11-05', '2026-11-05T25:00', 'now'])('refuses the clock %s', (text) => {
    expect(fromShanghaiClock(text)).toBeNull();
  });
});
