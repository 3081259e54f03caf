import fc from 'fast-check';
import { describe, it } from 'vitest';
import { covers } from '../shared/interval.ts';
import { addDays } from '../shared/time.ts';
import { endedBefore } from './post.ts';

const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2026-01-01', count));
const posts = fc
  .record({ from: days, length: fc.option(fc.integer({ min: 0, max: 30 })), isPrincipal: fc.boolean() })
  .map(({ from, length, isPrincipal }) => ({
    from,
    to: length === null ? null : addDays(from, length),
    isPrincipal,
  }));

describe('principal posts', () => {
  it('never share a day with the successor that ends them', () => {
    fc.assert(
      fc.property(posts, days, (post, day) => {
        const ended = endedBefore(post, day);
        return ended === null ? post.from >= day : !covers(ended, day) && ended.from === post.from;
      }),
    );
  });
});
