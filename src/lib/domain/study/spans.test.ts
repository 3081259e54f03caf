import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, type Instant } from '../shared/time.ts';
import { elapsedSeconds, PAUSE_SECONDS, signOf, type Span } from './spans.ts';

const start: Instant = '2026-03-02T01:00:00.000Z';
const at = (seconds: number): Instant => addSeconds(start, seconds);
const span = (from: number, sign: number, next: number | null = null): Span => ({
  startedAt: at(from),
  lastSignAt: at(sign),
  nextStartedAt: next === null ? null : at(next),
});

/** Plays the requests of one person over lessons A and B and returns what the server would have stored. */
function play(requests: { gap: number; lesson: 'A' | 'B'; opens: boolean }[]) {
  const stored: { lesson: 'A' | 'B'; from: number; sign: number }[] = [];
  let clock = 0;
  for (const { gap, lesson, opens } of requests) {
    clock += gap;
    const current = stored[stored.length - 1] ?? null;
    const sign = signOf(
      current && { openingId: current.lesson, lastSignAt: at(current.sign) },
      lesson,
      at(clock),
    );
    if (current && sign === 'goesOn') current.sign = clock;
    else if (opens || sign === 'readsOn') stored.push({ lesson, from: clock, sign: clock });
  }
  const spansOf = (lesson: 'A' | 'B'): Span[] =>
    stored.flatMap((one, index) =>
      one.lesson === lesson ? [span(one.from, one.sign, stored[index + 1]?.from ?? null)] : [],
    );
  return { spansOf, clock };
}

const requests = fc.array(
  fc.record({ gap: fc.nat(1500), lesson: fc.constantFrom('A' as const, 'B' as const), opens: fc.boolean() }),
  { maxLength: 30 },
);

describe('the time of an opening', () => {
  it('runs from the opening to now while the reader gives signs', () => {
    expect(elapsedSeconds([span(0, 300)], at(400))).toBe(400);
  });

  it('stops ten minutes after the last sign of life', () => {
    expect(elapsedSeconds([span(0, 300)], at(10_000))).toBe(900);
  });

  it('stops when another lesson is opened', () => {
    expect(elapsedSeconds([span(0, 300, 320)], at(10_000))).toBe(320);
  });

  it('goes on counting after a pause', () => {
    expect(elapsedSeconds([span(0, 0, 5000), span(5000, 5060)], at(5100))).toBe(700);
  });

  it('is nothing for an opening that was never read', () => {
    expect(elapsedSeconds([], at(60))).toBe(0);
  });

  it('a sign goes on within ten minutes, reads on after, and counts nothing while reading elsewhere', () => {
    const current = { openingId: 'A', lastSignAt: at(0) };
    expect(signOf(current, 'A', at(PAUSE_SECONDS))).toBe('goesOn');
    expect(signOf(current, 'A', at(PAUSE_SECONDS + 1))).toBe('readsOn');
    expect(signOf(current, 'B', at(10))).toBe('elsewhere');
    expect(signOf(null, 'B', at(10))).toBe('elsewhere');
  });

  it('of two lessons together never exceeds the time that passed, whatever is sent', () => {
    fc.assert(
      fc.property(requests, fc.nat(5000), (sent, after) => {
        const { spansOf, clock } = play(sent);
        const now = at(clock + after);
        const sum = elapsedSeconds(spansOf('A'), now) + elapsedSeconds(spansOf('B'), now);
        expect(sum).toBeLessThanOrEqual(clock + after);
      }),
    );
  });

  it('counts at most ten minutes for each request', () => {
    fc.assert(
      fc.property(requests, (sent) => {
        const { spansOf, clock } = play(sent);
        const own = sent.filter((request) => request.lesson === 'A').length;
        expect(elapsedSeconds(spansOf('A'), at(clock + 100_000))).toBeLessThanOrEqual(own * PAUSE_SECONDS);
      }),
    );
  });

  it('never shrinks as time passes', () => {
    fc.assert(
      fc.property(requests, fc.nat(3000), fc.nat(3000), (sent, sooner, more) => {
        const { spansOf, clock } = play(sent);
        const spans = spansOf('A');
        expect(elapsedSeconds(spans, at(clock + sooner + more))).toBeGreaterThanOrEqual(
          elapsedSeconds(spans, at(clock + sooner)),
        );
      }),
    );
  });
});
