import { describe, expect, it } from 'vitest';
import { bestOf, candidacyState, isReleased } from './candidacy.ts';
import { canonicalJson } from '../shared/canonicalJson.ts';
import { sealedText } from './receipt.ts';

const window = { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-11-30T16:00:00.000Z' };
const facts = { ...window, attemptsAllowed: 2, attemptsUsed: 0, hasOpenAttempt: false };
const during = '2026-11-10T00:00:00.000Z';
const after = '2026-12-01T00:00:00.000Z';

describe('a candidacy', () => {
  it('is upcoming, open, finished or missed by the clock and the attempts used', () => {
    expect(candidacyState(facts, '2026-10-31T00:00:00.000Z')).toBe('upcoming');
    expect(candidacyState(facts, during)).toBe('open');
    expect(candidacyState({ ...facts, attemptsUsed: 2 }, during)).toBe('finished');
    expect(candidacyState({ ...facts, attemptsUsed: 1 }, after)).toBe('finished');
    expect(candidacyState(facts, after)).toBe('missed');
    expect(candidacyState({ ...facts, attemptsUsed: 1, hasOpenAttempt: true }, after)).toBe('inProgress');
  });

  it('counts its best attempt, the earlier of equals', () => {
    const attempts = [
      { number: 1, scoreHundredths: 6000 },
      { number: 2, scoreHundredths: null },
      { number: 3, scoreHundredths: 8000 },
      { number: 4, scoreHundredths: 8000 },
    ];
    expect(bestOf(attempts)?.number).toBe(3);
    expect(bestOf([{ number: 1, scoreHundredths: null }])).toBeNull();
  });

  it('shows keys only after the window and when nobody still sits', () => {
    expect(isReleased({ lastCloses: window.closesAt, openAttempts: 0 }, during)).toBe(false);
    expect(isReleased({ lastCloses: window.closesAt, openAttempts: 1 }, after)).toBe(false);
    expect(isReleased({ lastCloses: window.closesAt, openAttempts: 0 }, after)).toBe(true);
  });
});

describe('the sealed text of an attempt', () => {
  it('has sorted keys and keeps the order of the items', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: '中"' } })).toBe(
      '{"a":{"c":"中\\"","d":null},"b":[2,1]}',
    );
    const items = [
      { itemId: 'z', revision: 2, value: 'k' },
      { itemId: 'a', revision: 0, value: '' },
    ];
    expect(sealedText({ attemptId: 'a1', endedAt: during, items })).toBe(
      `{"attempt":"a1","endedAt":"${during}","items":[{"itemId":"z","revision":2,"value":"k"},{"itemId":"a","revision":0,"value":""}],"v":1}`,
    );
  });
});
