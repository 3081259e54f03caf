import { describe, expect, it } from 'vitest';
import * as carry from '#lib/server/hours/queries.carry.ts';
import * as claims from '#lib/server/hours/queries.claims.ts';
import * as ledger from '#lib/server/hours/queries.ledger.ts';
import * as q from '#lib/server/hours/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const person = { personId: 'p', planYear: 2026 };
const ask = { unitIds: ['u'], planYear: 2026, day: '2026-03-02', q: '张' };
const key = { ...person, ledger: 'training', sourceKind: 'lesson', sourceId: 'l' } as const;

describe('the SQL of the ledgers', () => {
  it.each([
    ['the rule of a day', (db: never) => q.ruleOn(db, { sourceKind: 'lesson', day: '2026-03-02' })],
    ['revisions under a key', (db: never) => q.revisionsOf(db, key)],
    ['sums of a year', (db: never) => q.sums(db, person)],
    ['lines of a ledger', (db: never) => ledger.lines(db, { ...person, ledger: 'training' })],
    ['the latest lines', (db: never) => ledger.recent(db, { ...person, limit: 5 })],
    [
      'a page of claims',
      (db: never) =>
        claims.claimsPage(db, {
          ...{ ...ask, status: 'asked', sort: 'name', direction: 'asc' },
          ...{ limit: 20, offset: 0 },
        }),
    ],
    [
      'how many claims wait',
      (db: never) => claims.claimsWaiting(db, { unitIds: ['u'], day: '2026-03-02', notOf: 'p' }),
    ],
    ['what he attended that day', (db: never) => claims.attendedOn(db, { personId: 'p', day: 'd' })],
    ['entries that a cap cut', (db: never) => q.cutEntries(db, key)],
    [
      'what stands of a source',
      (db: never) => q.standingOfSource(db, { sourceKind: 'event', sourceId: 'e', personIds: ['p'] }),
    ],
    [
      'whose year is carried on next',
      (db: never) => carry.personsWithEntries(db, { planYear: 2026, afterPersonId: 'p', limit: 50 }),
    ],
  ])('%s', async (_name, query) => {
    expect(await compiledOnBoth((db) => query(db as never))).toMatchSnapshot();
  });
});
