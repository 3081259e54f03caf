import { describe, expect, it } from 'vitest';
import * as units from '#lib/server/units/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';

describe('the SQL of units', () => {
  it('reads the way up in order of depth', async () => {
    expect(await compiledOnBoth((db) => units.ancestors(db, 'u', day))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => units.openAncestors(db, 'u'))).toMatchSnapshot();
  });

  it('reads everything at and below some units', async () => {
    expect(await compiledOnBoth((db) => units.below(db, ['u', 'v'], day))).toMatchSnapshot();
  });

  it('places a new unit below all its parent stands below', async () => {
    const asked = { unitId: 'n', parentId: 'u', from: day };
    expect(await compiledOnBoth((db) => units.insertBelow(db, asked))).toMatchSnapshot();
  });
});
