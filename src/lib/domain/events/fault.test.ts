import { expect, it } from 'vitest';
import { eventFaults, type Registered } from './fault.ts';

const event: Registered = {
  ...{ title: '宪法宣传周', heldOn: '2026-12-04', minutes: 90, mode: 'onsite' },
  ...{ hostIds: ['u'], forms: ['普法活动'] },
};
const today = { day: '2026-12-05', planYear: 2026 };

it.each([
  ['nothing', {}, undefined],
  ['a day to come', { heldOn: '2026-12-06' }, 'heldOn'],
  ['the last year', { heldOn: '2025-12-04' }, undefined],
  ['the year before it', { heldOn: '2024-12-04' }, 'heldOn'],
  ['more minutes than a day has', { minutes: 721 }, 'minutes'],
  ['no host', { hostIds: [] }, 'hostIds'],
  ['no form', { forms: [] }, 'forms'],
  ['a lecturer of no known kind', { lecturerKind: 'friend' }, 'lecturerKind'],
  ['the public without heads', { audience: 'public' }, 'headCount'],
  ['the public with none', { audience: 'public', headCount: 0 }, 'headCount'],
  ['the public with heads', { audience: 'public', headCount: 300 }, undefined],
] as [string, Partial<Registered>, string | undefined][])('an event with %s', (_name, change, field) => {
  expect(eventFaults({ ...event, ...change }, today).map(([where]) => where)).toEqual(field ? [field] : []);
});

it('an event that lacks several things is told all of them at once', () => {
  const bare = { ...event, title: ' ', forms: [], minutes: 0 };
  expect(eventFaults(bare, today).map(([where]) => where)).toEqual(['title', 'forms', 'minutes']);
});
