import { describe, expect, it } from 'vitest';
import * as assignments from '#lib/server/plans/queries.assignments.ts';
import * as duties from '#lib/server/plans/queries.duties.ts';
import * as behind from '#lib/server/plans/queries.behind.ts';
import * as days from '#lib/server/plans/queries.day.ts';
import * as owed from '#lib/server/plans/queries.owed.ts';
import * as following from '#lib/server/plans/queries.following.ts';
import * as members from '#lib/server/plans/queries.members.ts';
import * as plans from '#lib/server/plans/queries.plans.ts';
import * as progress from '#lib/server/plans/queries.progress.ts';
import * as reasons from '#lib/server/plans/queries.reasons.ts';
import * as waivers from '#lib/server/plans/queries.waivers.ts';
import { compiledOnBoth } from '../support/queries.ts';

const person = { personId: 'p', planYear: 2026, day: '2026-03-02' };
const within = { unitIds: ['u'], day: '2026-03-02' };
const row = { plan_id: 'plan', person_id: 'p', valid_from: '2026-03-02', valid_to: null };

const page = { ...within, q: '法', sort: 'due', direction: 'asc', limit: 20, offset: 0 } as const;
const asked = {
  assignmentId: 'a',
  q: '张',
  unitId: 'u',
  isDone: false,
  hasBegun: true,
  sort: 'name',
  direction: 'asc',
  limit: 20,
  offset: 0,
} as const;
const scope = { ...within, planYear: 2026, now: '2026-03-02T01:00:00.000Z', lockedIds: [] };
const filter = { q: '张', unitId: 'u', kind: 'late' } as const;
const releases = { ...within, planYear: 2026, q: '张', personId: 'p' };
const target = { assignmentId: 'a', personId: 'p', day: '2026-03-02' };

describe('the SQL of plans', () => {
  it.each([
    ['plans of a year', (db: never) => plans.plansOf(db, { ...within, planYear: 2026 })],
    ['planned courses', (db: never) => duties.plannedCourses(db, person)],
    ['assigned courses', (db: never) => duties.assignedCourses(db, person)],
    ['requirements', (db: never) => duties.requirementsFor(db, { ...person, classCodes: ['section'] })],
    ['living plans', (db: never) => members.livePlans(db, 2026)],
    ['a membership begins', (db: never) => members.putMemberships(db, [row])],
    ['whose unit moved', (db: never) => days.personsOfMovedUnits(db, { after: 'a', until: 'b' })],
    ['unit assignments of a person', (db: never) => following.targetsFollowing(db, 'p', 'day')],
    ['joining a unit assignment', (db: never) => following.joinTarget(db, { ...target, unitId: 'u' })],
    ['who is behind', (db: never) => behind.behindPage(db, { ...scope, ...filter, limit: 20, offset: 0 })],
    ['behind by unit and reason', (db: never) => behind.behindCounts(db, scope)],
    ['what is late', (db: never) => reasons.lateOf(db, { ...scope, personIds: ['p'] })],
    [
      'how many releases wait',
      (db: never) => waivers.waiversWaiting(db, { unitIds: ['u'], day: '2026-03-02', notBy: 'p' }),
    ],
    ['releases', (db: never) => waivers.waiverPage(db, { ...releases, limit: 20, offset: 0 })],
    ['assignments', (db: never) => assignments.assignmentsOf(db, page)],
    ['ways of standing', (db: never) => progress.standings(db, { assignmentIds: ['a'] })],
    ['the people asked', (db: never) => progress.targetPage(db, asked)],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});

it('keeps and finds moved units whose people are still to be followed', async () => {
  expect(await compiledOnBoth((db) => owed.followingsOwed(db))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => owed.setFollowedTo(db, { id: 'o', doneTo: 'p' }))).toMatchSnapshot();
});
