import { describe, expect, it } from 'vitest';
import * as statuses from '#lib/server/movement/queries.status.ts';
import * as transfers from '#lib/server/movement/queries.transfers.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';
const unitIds = ['u'];

describe('the SQL of movement', () => {
  it('lists the transfers of either side, and counts what waits', async () => {
    const asked = { unitIds, day, isOpen: true, q: '张', limit: 20, offset: 0 };
    expect(await compiledOnBoth((db) => transfers.transferPage(db, asked))).toMatchSnapshot();
    expect(
      await compiledOnBoth((db) => transfers.waitingCounts(db, { unitIds, day, isIncoming: true })),
    ).toMatchSnapshot();
  });

  it('decides a transfer once', async () => {
    const decided = { status: 'declined', open_key: 't' };
    expect(await compiledOnBoth((db) => transfers.decideTransfer(db, 't', decided))).toMatchSnapshot();
  });

  it('finds departures of people who hold no post and sit in no exam', async () => {
    const asked = { today: day, limit: 50, personId: 'p' };
    expect(await compiledOnBoth((db) => statuses.departuresDue(db, asked))).toMatchSnapshot();
  });

  it('lists who is away and who should be back', async () => {
    const asked = { unitIds, day, statuses: ['sickLeave'] };
    expect(
      await compiledOnBoth((db) => statuses.awayRows(db, { ...asked, limit: 20, offset: 0 })),
    ).toMatchSnapshot();
    expect(await compiledOnBoth((db) => statuses.countOverdue(db, asked))).toMatchSnapshot();
  });
});
