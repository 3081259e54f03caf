import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../shared/time.ts';
import { covers } from '../shared/interval.ts';
import { concernedBy, membershipsSince } from './membership.ts';

it('a plan concerns who holds one of its classes while counting at its unit or below', () => {
  const history = {
    places: [
      { unitId: 'bureau', from: '2025-01-01', to: '2026-05-31' },
      { unitId: 'street', from: '2026-06-01', to: null },
      { unitId: 'district', from: '2025-01-01', to: null },
    ],
    classes: [{ code: 'enforcement', from: '2026-03-01', to: null }],
  };
  const of = (unitId: string) => concernedBy(history, { unitId, classCodes: ['enforcement', 'section'] });
  expect(of('bureau')).toEqual([{ from: '2026-03-01', to: '2026-05-31' }]);
  expect(of('street')).toEqual([{ from: '2026-06-01', to: null }]);
  expect(of('district')).toEqual([{ from: '2026-03-01', to: null }]);
});

it('what is learned late moves memberships from its day on and leaves the days before alone', () => {
  const kept = [{ from: '2026-01-05', to: null }];
  const learned = { since: '2026-04-01', today: '2026-05-10' };
  expect(membershipsSince(kept, [], learned)).toEqual([{ from: '2026-01-05', to: '2026-03-31' }]);
  expect(membershipsSince(kept, [{ from: '2020-01-01', to: null }], learned)).toEqual(kept);
  expect(membershipsSince([], [{ from: '2026-04-01', to: null }], learned)).toEqual([
    { from: '2026-04-01', to: null },
  ]);
  expect(membershipsSince(kept, [], { since: '2026-06-01', today: '2026-05-10' })).toEqual(kept);
});

it('from the day learned on memberships cover exactly the days that concern the person', () => {
  const day = (offset: number) => addDays('2026-01-01', offset);
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 4 });
  fc.assert(
    fc.property(spans, spans, fc.nat(60), fc.nat(30), (was, is, sinceAt, more) => {
      const intervals = (of: [number, number][]) =>
        of.map(([at, long]) => ({ from: day(at), to: day(at + long) }));
      const [since, today] = [day(sinceAt), day(sinceAt + more)];
      const settled = membershipsSince(intervals(was), intervals(is), { since, today });
      for (let at = 0; at <= sinceAt + more; at += 1) {
        const source = at < sinceAt ? intervals(was) : intervals(is);
        expect(settled.some((one) => covers(one, day(at)))).toBe(source.some((one) => covers(one, day(at))));
      }
    }),
  );
});
