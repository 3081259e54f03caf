import { describe, expect, it } from 'vitest';
import { ExamClock } from './ExamClock.svelte.ts';

const serverTime = '2026-11-22T04:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(serverTime) + seconds * 1000).toISOString();

describe('the exam clock', () => {
  it('follows the server’s time, however wrong this computer’s is', () => {
    let own = 12_345;
    const clock = new ExamClock({ serverTime, deadline: later(3900) }, () => own);
    expect(clock.face).toBe('1:05:00');
    own += 3900_000 - 38_000;
    clock.tick();
    expect(clock.face).toBe('00:38');
    expect(clock.words).toBe('剩余 0 分 38 秒');
  });

  it('tells five minutes and one minute before the end, and nothing after it', () => {
    let own = 0;
    const clock = new ExamClock({ serverTime, deadline: later(400) }, () => own);
    const at = (seconds: number) => {
      own = seconds * 1000;
      clock.tick();
      return clock.warning;
    };
    expect(at(99)).toBe('');
    expect(at(100)).toContain('5 分钟');
    expect(at(140)).toBe('');
    expect(at(340)).toContain('1 分钟');
    expect(at(400)).toBe('');
    expect(clock.isOver).toBe(true);
  });

  it('takes over a deadline that an allowance has moved', () => {
    const clock = new ExamClock({ serverTime, deadline: later(60) }, () => 0);
    clock.sync({ serverTime: later(30), deadline: later(160) });
    expect(clock.left).toBe(130);
  });
});
