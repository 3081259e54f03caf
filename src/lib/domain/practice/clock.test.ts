import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds } from '../shared/time.ts';
import { clockText, endOf, running, secondsLeftAt, stopped } from './clock.ts';

const now = '2026-03-02T01:00:00.000Z';
const going = { secondsLeft: 3600, runningSince: now };

describe('the clock of a mock exam', () => {
  it('runs, stands while it is stopped, and goes on where it stood', () => {
    const stood = stopped(going, addSeconds(now, 600));
    expect(secondsLeftAt(stood, addSeconds(now, 90_000))).toBe(3000);
    const again = running(stood, addSeconds(now, 90_000));
    expect(secondsLeftAt(again, addSeconds(now, 90_060))).toBe(2940);
    expect(running(again, addSeconds(now, 99_000))).toEqual(again);
    expect(endOf(going)).toBe(addSeconds(now, 3600));
    expect(endOf(stood)).toBeNull();
  });

  it('ends at nought', () => {
    expect(secondsLeftAt(going, addSeconds(now, 4000))).toBe(0);
    expect(stopped(going, addSeconds(now, 4000)).secondsLeft).toBe(0);
  });

  it('gives no second for being stopped and set going', () => {
    const spans = fc.array(fc.tuple(fc.nat(900), fc.nat(900)), { maxLength: 8 });
    fc.assert(
      fc.property(spans, (rounds) => {
        let clock = running({ secondsLeft: 3600, runningSince: null }, now);
        let [at, used] = [0, 0];
        for (const [run, rest] of rounds) {
          at += run;
          used += run;
          clock = stopped(clock, addSeconds(now, at));
          at += rest;
          clock = running(clock, addSeconds(now, at));
        }
        expect(secondsLeftAt(clock, addSeconds(now, at))).toBe(Math.max(0, 3600 - used));
      }),
    );
  });

  it('is read as minutes and seconds', () => {
    expect([clockText(3599), clockText(60), clockText(59)]).toEqual(['59 分 59 秒', '1 分 00 秒', '59 秒']);
  });
});
