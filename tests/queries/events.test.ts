import { describe, expect, it } from 'vitest';
import * as attendance from '#lib/server/events/queries.attendance.ts';
import * as list from '#lib/server/events/queries.list.ts';
import * as q from '#lib/server/events/queries.ts';
import * as runs from '#lib/server/events/queries.run.ts';
import * as series from '#lib/server/events/queries.series.ts';
import * as files from '#lib/server/files/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const ask = { unitIds: ['u'], day: '2026-03-02', planYear: 2026, q: '讲堂', tag: '法治', status: 'verified' };
const window = { direction: 'desc', limit: 20, offset: 0 } as const;
const seat = { event_id: 'e', person_id: 'p', unit_id: 'u', entered_by: 'c', entered_at: 'now' };

describe('the SQL of events and files', () => {
  it.each([
    ['a page of events', (db: never) => list.eventsPage(db, { ...ask, ...window })],
    [
      'a calendar of one host',
      (db: never) =>
        list.eventsCount(db, { ...ask, window: { from: '2026-01-01', to: '2026-03-31' }, hostId: 'u' }),
    ],
    ['who hosts', (db: never) => list.hostsOfYear(db, ask)],
    ['series of a year', (db: never) => series.seriesOf(db, ask)],
    ['meetings of series', (db: never) => series.meetingsOf(db, ['s'])],
    ['how many events', (db: never) => list.eventsCount(db, ask)],
    [
      'how many wait to be verified',
      (db: never) =>
        list.eventsWaiting(db, { unitIds: ['u'], day: 'd', planYears: [2025, 2026], notBy: 'p' }),
    ],
    ['who attended', (db: never) => attendance.attendeesOf(db, 'e')],
    ['attendance is added once', (db: never) => attendance.insertAttendance(db, [seat])],
    [
      'the next people of a run',
      (db: never) => runs.nextAttendees(db, { eventId: 'e', after: 'p', limit: 4 }),
    ],
    ['a run is moved on', (db: never) => runs.moveRun(db, { eventId: 'e', from: '', to: 'p' })],
    ['hosts', (db: never) => q.hostsOf(db, ['e'])],
    [
      'a state is moved on',
      (db: never) => q.moveEvent(db, { id: 'e', from: ['draft'], change: { status: 'registered' } }),
    ],
    ['units of a file', (db: never) => files.unitsOfFile(db, 'f')],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});
