import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '../shared/interval.ts';
import { addDays } from '../shared/time.ts';
import { countedUnit, endedBefore, principalClash } from './post.ts';

const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2026-01-01', count));
const posts = fc
  .record({ from: days, length: fc.option(fc.integer({ min: 0, max: 30 })), isPrincipal: fc.boolean() })
  .map(({ from, length, isPrincipal }) => ({
    from,
    to: length === null ? null : addDays(from, length),
    isPrincipal,
  }));

describe('principal posts', () => {
  it('clash exactly when some day has two of them', () => {
    const window = Array.from({ length: 100 }, (_, count) => addDays('2026-01-01', count));
    fc.assert(
      fc.property(fc.array(posts, { maxLength: 5 }), (held) => {
        const crowded = window.some(
          (day) => held.filter((post) => post.isPrincipal && covers(post, day)).length > 1,
        );
        return (principalClash(held) !== null) === crowded;
      }),
    );
  });

  it('never share a day with the successor that ends them', () => {
    fc.assert(
      fc.property(posts, days, (post, day) => {
        const ended = endedBefore(post, day);
        return ended === null ? post.from >= day : !covers(ended, day) && ended.from === post.from;
      }),
    );
  });
});

describe('the unit in which a post counts', () => {
  it('is the home unit, unless the post says work and has a work unit', () => {
    const post = { homeUnitId: 'home', workUnitId: 'work' };
    expect(countedUnit({ ...post, countedIn: 'home' })).toBe('home');
    expect(countedUnit({ ...post, countedIn: 'work' })).toBe('work');
    expect(countedUnit({ homeUnitId: 'home', workUnitId: null, countedIn: 'work' })).toBe('home');
  });
});
