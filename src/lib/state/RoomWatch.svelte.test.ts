import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomWatch } from './RoomWatch.ts';
import type { ClockReply, WireResult } from './answerWire.ts';

const silence: WireResult<ClockReply> = { kind: 'unreachable' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the watch over the room', () => {
  it('asks at once, within five seconds again, and when the network is back', async () => {
    const clock = vi.fn(async () => silence);
    const onReply = vi.fn();
    const stop = new RoomWatch({ wire: { clock }, onReply }).run();
    await vi.advanceTimersByTimeAsync(5000);
    expect(onReply).toHaveBeenCalledTimes(2);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(onReply).toHaveBeenCalledTimes(3);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clock).toHaveBeenCalledTimes(3);
  });

  it('has one question under way, however slow the line', async () => {
    const clock = vi.fn(() => new Promise<WireResult<ClockReply>>(() => {}));
    const stop = new RoomWatch({ wire: { clock }, onReply: () => {} }).run();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clock).toHaveBeenCalledTimes(1);
    stop();
  });
});
