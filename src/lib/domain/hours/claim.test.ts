import { expect, it } from 'vitest';
import { claimFault, isChanged, lengthText, type Declared } from './claim.ts';

const training: Declared = {
  ...{ title: '行政执法专题班', organiser: '市司法局', heldOn: '2026-05-12' },
  ...{ span: 'day', minutes: 360 },
};
const today = { day: '2026-06-01', planYear: 2026 };

it.each([
  ['nothing', {}, undefined],
  ['no name', { title: ' ' }, 'title'],
  ['no organiser', { organiser: '' }, 'organiser'],
  ['a day to come', { heldOn: '2026-06-02' }, 'heldOn'],
  ['a day of the year before last', { heldOn: '2024-12-31' }, 'heldOn'],
  ['no minutes', { span: 'minutes', minutes: 0 }, 'minutes'],
  ['more than a day', { span: 'minutes', minutes: 721 }, 'minutes'],
] as [string, Partial<Declared>, string | undefined][])('a claim with %s', (_name, change, field) => {
  expect(claimFault({ ...training, ...change }, today)?.[0]).toBe(field);
});

it('is changed when the way or the minutes differ, minutes of a day aside', () => {
  expect(isChanged(training, { span: 'day', minutes: 1 })).toBe(false);
  expect(isChanged(training, { span: 'halfDay', minutes: 360 })).toBe(true);
  const timed = { span: 'minutes', minutes: 90 } as const;
  expect([isChanged(timed, timed), isChanged(timed, { ...timed, minutes: 60 })]).toEqual([false, true]);
  expect([training, timed, { span: 'halfDay', minutes: 1 } as const].map(lengthText)).toEqual([
    '一天',
    '90 分钟',
    '半天',
  ]);
});
