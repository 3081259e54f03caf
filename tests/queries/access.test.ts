import { describe, expect, it } from 'vitest';
import * as accounts from '#lib/server/access/queries.accounts.ts';
import * as delegations from '#lib/server/access/queries.delegations.ts';
import * as departure from '#lib/server/access/queries.departure.ts';
import * as grants from '#lib/server/access/queries.grants.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';
const page = { page: 2, pageSize: 20 };

describe('the SQL of accounts and grants', () => {
  it('lists people with their accounts, by unit, words and state', async () => {
    const asked = { ...page, unitIds: ['u'], day, q: 'zs', state: 'active' as const };
    expect(await compiledOnBoth((db) => accounts.accountRows(db, asked))).toMatchSnapshot();
    expect(
      await compiledOnBoth((db) => accounts.accountCount(db, { ...asked, unitIds: null, q: '' })),
    ).toMatchSnapshot();
    const scope = { unitIds: ['u'], day };
    expect(await compiledOnBoth((db) => accounts.withoutAccount(db, scope, 50))).toMatchSnapshot();
  });

  it('lists open sessions under units', async () => {
    const asked = { ...page, unitIds: ['u'], day, now: `${day}T01:00:00.000Z`, q: 'zs' };
    expect(await compiledOnBoth((db) => accounts.sessionRows(db, asked))).toMatchSnapshot();
  });

  it('lists grants under units and delegations of a person', async () => {
    const asked = { q: '林', page: 1, pageSize: 20, unitIds: ['u'], day };
    expect(await compiledOnBoth((db) => grants.grantRows(db, asked))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => grants.grantCount(db, asked))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => delegations.delegationsOf(db, 'p', day))).toMatchSnapshot();
  });

  it('finds what ends with an account or a grant, and ends it once', async () => {
    expect(await compiledOnBoth((db) => departure.grantsReaching(db, 'a', day))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => departure.givenUnder(db, 'g', day))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => departure.delegationsReaching(db, 'a', day))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => departure.endReaching(db, 'g', day))).toMatchSnapshot();
  });
});
