import { describe, expect, it } from 'vitest';
import * as list from '#lib/server/outside/queries.list.ts';
import * as merge from '#lib/server/outside/queries.merge.ts';
import * as reading from '#lib/server/outside/queries.reading.ts';
import * as q from '#lib/server/outside/queries.ts';
import * as verify from '#lib/server/outside/queries.verify.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';
const window = { limit: 20, offset: 0 };
const of = { personIds: ['p'], planYears: [2026] };

describe('the SQL of results of other systems', () => {
  it.each([
    [
      'people by their numbers',
      (db: never) => reading.knownByNumbers(db, { identityHashes: ['i'], mobileHashes: ['m'], day }),
    ],
    ['what stands of some people', (db: never) => reading.standingOf(db, of)],
    ['records by their marks', (db: never) => reading.recordsByMark(db, { personIds: ['p'], marks: ['m'] })],
    [
      'people who are still within',
      (db: never) => q.stillWithin(db, { personIds: ['p'], unitIds: ['u'], day }),
    ],
    ['one taken back', (db: never) => q.markReturned(db, { id: 'r', at: day, reason: '误' })],
    ['a page of imports', (db: never) => list.importsPage(db, { unitIds: ['u'], day, q: '省', ...window })],
    ['the sums of one', (db: never) => list.recordTotals(db, 'i')],
    [
      'records that go over in a merge',
      (db: never) => merge.recordsToMove(db, { keptId: 'k', goneId: 'g', planYears: [2026] }),
    ],
    ['records without their entry', (db: never) => verify.recordsWithoutEntry(db)],
    ['entries without their record', (db: never) => verify.entriesWithoutRecord(db)],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});
