import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesOn, mayTestOut, missingText, nextRevision, outcomeOf } from './completion.ts';

describe('completing a lesson', () => {
  it('needs the check and the minimum time, never one of them', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(5000), fc.nat(5000), (checkPassed, elapsedSeconds, minimumSeconds) => {
        const outcome = outcomeOf({ completed: false, checkPassed, elapsedSeconds, minimumSeconds });
        expect(outcome.kind === 'due').toBe(checkPassed && elapsedSeconds >= minimumSeconds);
      }),
    );
  });

  it('says how much is missing once the check is passed', () => {
    const progress = { completed: false, checkPassed: true, elapsedSeconds: 40, minimumSeconds: 120 };
    expect(outcomeOf(progress)).toEqual({ kind: 'timeMissing', seconds: 80 });
    expect(outcomeOf({ ...progress, checkPassed: false })).toEqual({ kind: 'checkMissing' });
    expect(outcomeOf({ ...progress, completed: true })).toEqual({ kind: 'completed' });
  });

  it('says it in words', () => {
    expect(missingText(45)).toBe('45 秒');
    expect(missingText(120)).toBe('2 分钟');
    expect(missingText(200)).toBe('3 分 20 秒');
  });

  it('by test-out is offered once, before the check was tried', () => {
    expect(mayTestOut({ completed: false, checks: 0, testOuts: 0 })).toBe(true);
    expect(mayTestOut({ completed: false, checks: 1, testOuts: 0 })).toBe(false);
    expect(mayTestOut({ completed: false, checks: 0, testOuts: 1 })).toBe(false);
    expect(mayTestOut({ completed: true, checks: 0, testOuts: 0 })).toBe(false);
  });

  it('happens once a year, and again only after a reversal', () => {
    expect(nextRevision(null)).toBe(1);
    expect(nextRevision({ revision: 1, reversedAt: null })).toBeNull();
    expect(nextRevision({ revision: 1, reversedAt: '2026-03-02T01:00:00.000Z' })).toBe(2);
  });
});

describe('an opening', () => {
  const opening = { lessonVersionId: 'v1', openedAt: '2026-12-30T01:00:00.000Z' };

  it('goes on over the turn of the year while its text is the published one', () => {
    expect(goesOn(opening, { publishedVersionId: 'v1', planYear: 2027, completedAt: null })).toBe(true);
  });

  it('goes on within the year although the text was revised, and ends with the year', () => {
    expect(goesOn(opening, { publishedVersionId: 'v2', planYear: 2026, completedAt: null })).toBe(true);
    expect(goesOn(opening, { publishedVersionId: 'v2', planYear: 2027, completedAt: null })).toBe(false);
  });

  it('is spent by a completion after it', () => {
    const today = { publishedVersionId: 'v1', planYear: 2027 };
    expect(goesOn(opening, { ...today, completedAt: '2026-12-30T02:00:00.000Z' })).toBe(false);
    expect(goesOn(opening, { ...today, completedAt: '2026-05-01T02:00:00.000Z' })).toBe(true);
  });
});
