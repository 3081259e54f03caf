import { describe, expect, it } from 'vitest';
import * as assignments from '#lib/server/plans/queries.assignments.ts';
import * as duties from '#lib/server/plans/queries.duties.ts';
import * as members from '#lib/server/plans/queries.members.ts';
import * as plans from '#lib/server/plans/queries.plans.ts';
import { compiledOnBoth } from '../support/queries.ts';

const person = { personId: 'p', planYear: 2026, day: '2026-03-02' };
const within = { unitIds: ['u'], day: '2026-03-02' };
const row = { plan_id: 'plan', person_id: 'p', valid_from: '2026-03-02', valid_to: null };

describe('the SQL of plans', () => {
  it.each([
    ['plans of a year', (db: never) => plans.plansOf(db, { ...within, planYear: 2026 })],
    ['planned courses', (db: never) => duties.plannedCourses(db, person)],
    ['assigned courses', (db: never) => duties.assignedCourses(db, person)],
    ['requirements', (db: never) => duties.requirementsFor(db, { ...person, classCodes: ['section'] })],
    ['living plans', (db: never) => members.livePlans(db, 2026)],
    ['a membership begins', (db: never) => members.beginMembership(db, [row])],
    ['assignments', (db: never) => assignments.assignmentsOf(db, { ...within, limit: 20, offset: 0 })],
    ['progress of the assigned', (db: never) => assignments.targetsWithProgress(db, 'a')],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});
