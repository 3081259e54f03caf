import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds } from '../shared/time.ts';
import { afterSitting, candidateLabel, placeOf, type Sitter, type SittingTerms } from './sitting.ts';

const opened = '2026-11-01T00:00:00.000Z';
const main: SittingTerms = {
  ...{ sittingId: 'main', kind: 'main', opensAt: opened, closesAt: addSeconds(opened, 1000) },
  ...{ attemptsAllowed: 2, admits: 'unpassed' },
};
const makeup: SittingTerms = {
  ...{ sittingId: 'makeup', kind: 'makeup', opensAt: addSeconds(opened, 2000) },
  ...{ closesAt: addSeconds(opened, 3000), attemptsAllowed: 1, admits: 'unpassed' },
};
const nobody: Sitter = { candidateState: 'due', isDeferred: false, passHundredths: 6000, attempts: [] };
const sat = (
  sittingId: string,
  scoreHundredths: number | null,
  status: 'open' | 'submitted' = 'submitted',
) => ({
  sittingId,
  status,
  scoreHundredths,
});
const place = (sitter: Partial<Sitter>, seconds: number, sittings = [main, makeup]) => {
  const { sitting, state } = placeOf(sittings, { ...nobody, ...sitter }, addSeconds(opened, seconds));
  return `${sitting.kind} ${state}`;
};

describe('the sitting that concerns a person', () => {
  it('is the main one while it is open, then the make-up for who did not pass', () => {
    expect(place({}, -1)).toBe('main upcoming');
    expect(place({}, 500)).toBe('main open');
    expect(place({}, 1500)).toBe('makeup upcoming');
    expect(place({}, 2500)).toBe('makeup open');
    expect(place({ attempts: [sat('main', 5900)] }, 2500)).toBe('makeup open');
    expect(place({ attempts: [sat('main', 6000)] }, 2500)).toBe('main finished');
    expect(place({}, 3500)).toBe('makeup missed');
  });

  it('counts attempts of each sitting apart, and stays with the one under way', () => {
    const twice = [sat('main', 100), sat('main', 200)];
    expect(place({ attempts: twice }, 500)).toBe('makeup upcoming');
    expect(place({ attempts: twice }, 2500)).toBe('makeup open');
    expect(place({ attempts: [...twice, sat('makeup', 100)] }, 2600)).toBe('main finished');
    expect(place({ attempts: [sat('main', null, 'open')] }, 2500)).toBe('main inProgress');
  });

  it('is the make-up for the deferred, whomever else it admits', () => {
    const strict = [main, { ...makeup, admits: 'deferred' as const }];
    expect(place({ isDeferred: true }, 2500, strict)).toBe('makeup open');
    expect(place({}, 2500, strict)).toBe('main missed');
    expect(place({ candidateState: 'outside' }, 2500)).toBe('main missed');
    expect(place({ candidateState: 'exempt' }, 2500)).toBe('makeup open');
  });

  it('never offers an attempt beyond those allowed, or outside a window', () => {
    const moments = fc.integer({ min: -500, max: 3500 });
    const attempts = fc.array(
      fc.record({
        sittingId: fc.constantFrom('main', 'makeup'),
        status: fc.constant('submitted' as const),
        scoreHundredths: fc.constantFrom(null, 0, 5999, 6000),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(moments, attempts, fc.boolean(), (seconds, done, isDeferred) => {
        const now = addSeconds(opened, seconds);
        const { sitting, state, attemptsUsed } = placeOf(
          [main, makeup],
          { ...nobody, isDeferred, attempts: done },
          now,
        );
        if (state !== 'open') return;
        expect(attemptsUsed).toBeLessThan(sitting.attemptsAllowed);
        expect(sitting.opensAt <= now && now <= sitting.closesAt).toBe(true);
      }),
    );
  });
});

describe('sitting after all', () => {
  it('puts the exempt back into 应考, and ends a deferral in the main window only', () => {
    expect(afterSitting({ candidateState: 'exempt', isDeferred: false }, 'makeup')).toMatch('重新计入应考');
    expect(afterSitting({ candidateState: 'due', isDeferred: true }, 'main')).toMatch('缓考终止');
    expect(afterSitting({ candidateState: 'due', isDeferred: true }, 'makeup')).toBeNull();
    expect(afterSitting({ candidateState: 'due', isDeferred: false }, 'main')).toBeNull();
  });

  it('leaves the deferred in 应考, and says so', () => {
    expect(candidateLabel({ state: 'due', isDeferred: true })).toBe('缓考（应考）');
    expect(candidateLabel({ state: 'outside', isDeferred: false })).toBe('名单外');
  });
});
