import { describe, expect, it } from 'vitest';
import * as batches from '#lib/server/imports/queries.ts';
import * as mappings from '#lib/server/imports/queries.mapping.ts';
import * as rows from '#lib/server/imports/queries.rows.ts';
import * as brought from '#lib/server/units/queries.import.ts';
import { compiledOnBoth } from '../support/queries.ts';

describe('the SQL of imports', () => {
  it('moves a batch on only from the states expected', async () => {
    const asked = { id: 'b', from: ['staged'], to: 'applying' } as const;
    expect(await compiledOnBoth((db) => batches.moveBatch(db, asked))).toMatchSnapshot();
    expect(
      await compiledOnBoth((db) => batches.pendingBatches(db, { kind: 'people', now: 'now', mostTries: 8 })),
    ).toMatchSnapshot();
  });

  it('counts the rows of a chunk only while the batch is in its state', async () => {
    const asked = { id: 'b', state: 'applying', rows: 8 } as const;
    expect(await compiledOnBoth((db) => batches.addHandled(db, asked))).toMatchSnapshot();
  });

  it('claims rows of a batch only where they still stand', async () => {
    const asked = { batchId: 'b', rows: [2, 3], from: ['staged'] };
    expect(await compiledOnBoth((db) => rows.markInserted(db, asked))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => rows.markSettled(db, asked))).toMatchSnapshot();
  });

  it('asks whether a batch changes what another still owes', async () => {
    const asked = { batchId: 'b', otherId: 'c' };
    expect(await compiledOnBoth((db) => rows.sharedRow(db, asked))).toMatchSnapshot();
  });

  it('remembers one choice of columns for the same headings', async () => {
    const choice = {
      kind: 'people',
      scope: 's',
      heading: 'h',
      columns: '{}',
      chosen_by: 'p',
      chosen_at: 't',
    };
    expect(await compiledOnBoth((db) => mappings.putMapping(db, choice))).toMatchSnapshot();
  });

  it('lets the units of an import begin together, and takes the lowest back first', async () => {
    const asked = { batchId: 'b', from: '2026-03-02', limit: 8 };
    expect(await compiledOnBoth((db) => brought.beginPlaces(db, asked))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => brought.lowestUnits(db, asked))).toMatchSnapshot();
  });
});
