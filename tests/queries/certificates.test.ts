import { describe, expect, it } from 'vitest';
import * as list from '#lib/server/certificates/queries.list.ts';
import * as merge from '#lib/server/certificates/queries.merge.ts';
import * as numbers from '#lib/server/certificates/queries.numbers.ts';
import * as people from '#lib/server/certificates/queries.people.ts';
import * as requests from '#lib/server/certificates/queries.requests.ts';
import * as runs from '#lib/server/certificates/queries.runs.ts';
import * as q from '#lib/server/certificates/queries.ts';
import * as exams from '#lib/server/exams/queries.results.ts';
import * as ledger from '#lib/server/hours/queries.ledger.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';
const merged = { keptId: 'k', goneId: 'g', planYears: [2026] };
const filter = {
  unitIds: ['u'],
  day,
  q: '张',
  kind: 'study',
  planYear: 2026,
  unitId: 'u',
  status: 'valid',
  sort: 'name',
  direction: 'asc',
  limit: 20,
  offset: 0,
} as const;

describe('the SQL of certificates', () => {
  it.each([
    ['one by its code', (db: never) => q.certificateByCode(db, 'c')],
    ['the one in force', (db: never) => q.inForce(db, { personId: 'p', kind: 'study', planYear: 2026 })],
    ['the next of a row of numbers', (db: never) => numbers.stepSerial(db, '1/study/2026')],
    ['a page of the list', (db: never) => list.listPage(db, filter)],
    ['how many there are', (db: never) => list.listCount(db, filter)],
    [
      'people of a unit with what decides',
      (db: never) =>
        people.peopleFor(db, {
          ...{ unitId: 'u', day, kind: 'transcript', planYear: 2026, after: 'p', limit: 4 },
        }),
    ],
    [
      'requests that wait',
      (db: never) => requests.waitingRequests(db, { unitIds: ['u'], day, notOf: 'p', limit: 50 }),
    ],
    [
      'how far a batch has come',
      (db: never) => runs.moveRun(db, { id: 'r', from: 'a', to: 'b', issued: 3, passedOver: 1 }),
    ],
    ['certificates of both records of a merge', (db: never) => merge.ofBoth(db, 'certificate', merged)],
    ['exams of a person’s year', (db: never) => exams.examsOfYear(db, { personId: 'p', planYear: 2026 })],
    [
      'attempts of a person’s year',
      (db: never) => exams.attemptsOfYear(db, { personId: 'p', planYear: 2026 }),
    ],
    ['what stands in the ledgers', (db: never) => ledger.standing(db, { personId: 'p', planYear: 2026 })],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});
