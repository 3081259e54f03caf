import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, toInstant } from '../shared/time.ts';
import { allowanceReason, standingSeconds } from './allowance.ts';
import { deadlineOf, remainingSeconds } from './deadline.ts';
import { gapSince, outageSeconds } from './outage.ts';

const opened = '2026-11-22T01:00:00.000Z';

describe('the deadline', () => {
  it('is start plus duration while the window is long enough', () => {
    const terms = {
      startedAt: opened,
      durationSeconds: 3600,
      closesAt: '2026-11-30T16:00:00.000Z',
      allowanceSeconds: 0,
    };
    expect(deadlineOf(terms)).toBe('2026-11-22T02:00:00.000Z');
  });

  it('is the end of the window for one who starts late, and allowances go beyond it', () => {
    const terms = {
      startedAt: opened,
      durationSeconds: 3600,
      closesAt: '2026-11-22T01:20:00.000Z',
      allowanceSeconds: 90,
    };
    expect(deadlineOf(terms)).toBe('2026-11-22T01:21:30.000Z');
  });

  it('grows by exactly what was given, in whatever order and kind, and never ends before the rule alone would', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 7200 }), { maxLength: 5 });
    const start = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(start, seconds, fc.integer({ min: 60, max: 7200 }), (late, given, durationSeconds) => {
        const closesAt = addSeconds(opened, 5000);
        const terms = { startedAt: addSeconds(opened, late), durationSeconds, closesAt };
        const sum = given.reduce((all, one) => all + one, 0);
        const together = deadlineOf({ ...terms, allowanceSeconds: sum });
        const oneByOne = given.reduce(
          (at, one) => addSeconds(at, one),
          deadlineOf({ ...terms, allowanceSeconds: 0 }),
        );
        expect(together).toBe(oneByOne);
        expect(together <= addSeconds(closesAt, sum)).toBe(true);
        expect(together <= addSeconds(terms.startedAt, durationSeconds + sum)).toBe(true);
      }),
    );
  });

  it('takes standing time as a share of the duration or as minutes, parts of a second given', () => {
    expect(standingSeconds({ percent: 25, minutes: null }, 3600)).toBe(900);
    expect(standingSeconds({ percent: 33, minutes: null }, 100)).toBe(33);
    expect(standingSeconds({ percent: 1, minutes: null }, 3601)).toBe(37);
    expect(standingSeconds({ percent: null, minutes: 20 }, 3600)).toBe(1200);
    expect(allowanceReason({ kind: 'outage', reason: null })).toMatch('中断');
    expect(allowanceReason({ kind: 'running', reason: '停电' })).toBe('停电');
  });

  it('leaves no time after it has passed', () => {
    expect(remainingSeconds(opened, addSeconds(opened, 5))).toBe(0);
  });
});

describe('an outage', () => {
  it('counts from thirty seconds on', () => {
    expect(gapSince(opened, addSeconds(opened, 29))).toBeNull();
    expect(gapSince(opened, addSeconds(opened, 30))).toEqual({ from: opened, to: addSeconds(opened, 30) });
  });

  it('leaves a candidate exactly what he had when it began, wherever his deadline lay', () => {
    const seconds = fc.integer({ min: 0, max: 7200 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 30, max: 90_000 }), (left, length) => {
        const gap = { from: opened, to: addSeconds(opened, length) };
        const attempt = { startedAt: addSeconds(opened, -600), deadline: addSeconds(opened, left) };
        const moved = addSeconds(attempt.deadline, outageSeconds(gap, attempt));
        expect(remainingSeconds(moved, gap.to)).toBe(left);
      }),
    );
  });

  it('rounds a part of a second up, for the candidate', () => {
    const gap = { from: toInstant(1), to: toInstant(30_500) };
    expect(outageSeconds(gap, { startedAt: toInstant(0), deadline: toInstant(60_000) })).toBe(31);
  });

  it('gives nothing to an attempt that was over before', () => {
    const gap = { from: opened, to: addSeconds(opened, 60) };
    expect(outageSeconds(gap, { startedAt: addSeconds(opened, -90), deadline: addSeconds(opened, -1) })).toBe(
      0,
    );
  });
});
