import { expect, it } from 'vitest';
import { waiverFault } from './waiver.ts';

const asked = { ground: 'sickLeave', releasedHundredths: 2000, reason: '住院' };

it('a part or the whole of a target may be released', () => {
  expect(waiverFault(asked, { targetHundredths: 6000 })).toBeNull();
  expect(waiverFault({ ...asked, releasedHundredths: null }, { targetHundredths: 6000 })).toBeNull();
});

it.each([
  [{ ground: 'holiday' }, 6000, 'ground'],
  [{ reason: ' ' }, 6000, 'reason'],
  [{ releasedHundredths: 0 }, 6000, 'released'],
  [{ releasedHundredths: 6000 }, 6000, 'released'],
  [{}, 0, 'requirementId'],
])('%j of %i is refused at %s', (change, targetHundredths, field) => {
  expect(waiverFault({ ...asked, ...change }, { targetHundredths })?.[0]).toBe(field);
});
