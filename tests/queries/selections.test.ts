import { describe, expect, it } from 'vitest';
import * as selections from '#lib/server/selections/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';

describe('the SQL of selections', () => {
  it('lists saved selections within reach with how many people they hold', async () => {
    const asked = { unitIds: ['u'], day };
    expect(await compiledOnBoth((db) => selections.selectionsOf(db, asked))).toMatchSnapshot();
  });

  it('offers the saved lists about a unit', async () => {
    const asked = { unitId: 'u', unitPath: ['u', 'top'], day };
    expect(await compiledOnBoth((db) => selections.selectionsAbout(db, asked))).toMatchSnapshot();
  });
});
