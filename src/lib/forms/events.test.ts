import * as v from 'valibot';
import { expect, it } from 'vitest';
import { eventFaults } from '#lib/domain/events/fault.ts';
import { eventForm } from './events.ts';

it('a form of an event that is sent empty reaches the rules, which tell all that it lacks', () => {
  const sent = { title: ' ', heldOn: '', span: 'minutes', minutes: '160', mode: 'onsite' };
  const event = { ...v.parse(eventForm, sent), headCount: null };
  const faults = eventFaults(event, { day: '2026-03-02', planYear: 2026 });
  expect(faults.map(([field]) => field)).toEqual(['title', 'heldOn', 'hostIds', 'forms']);
});
