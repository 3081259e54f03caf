import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../shared/time.ts';
import { membershipChange, type Membership } from './membership.ts';

it('begins on the day a class is gained and ends on the day before it is lost', () => {
  const open = { from: '2026-03-01', to: null };
  expect(membershipChange(undefined, true, '2026-03-01')).toEqual({ kind: 'begin', from: '2026-03-01' });
  expect(membershipChange(open, true, '2026-04-01')).toBeNull();
  expect(membershipChange(open, false, '2026-04-01')).toEqual({
    kind: 'end',
    from: '2026-03-01',
    to: '2026-03-31',
  });
  expect(membershipChange(open, false, '2026-03-01')).toEqual({ kind: 'drop', from: '2026-03-01' });
});

it('after any run of days covers exactly the days on which the person belonged', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (days) => {
      const kept: Membership[] = [];
      days.forEach((belongs, index) => {
        const day = addDays('2026-01-01', index);
        const open = kept.find((one) => one.to === null);
        const change = membershipChange(open, belongs, day);
        if (change?.kind === 'begin') kept.push({ from: day, to: null });
        if (change?.kind === 'end' && open) open.to = change.to;
        if (change?.kind === 'drop') kept.pop();
      });
      const last = addDays('2026-01-01', days.length - 1);
      days.forEach((belongs, index) => {
        const day = addDays('2026-01-01', index);
        expect(kept.some((one) => one.from <= day && day <= (one.to ?? last))).toBe(belongs);
      });
    }),
  );
});
