import { describe, expect, it } from 'vitest';
import * as units from '#lib/server/units/queries.ts';
import * as change from '#lib/server/units/queries.change.ts';
import * as trade from '#lib/server/units/queries.trade.ts';
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

  it('reads where a closed unit stood, and what it was called', async () => {
    expect(await compiledOnBoth((db) => units.lastAncestors(db, 'u'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => units.nameOfUnit(db, 'u', day))).toMatchSnapshot();
  });

  it('ends the places of a moved tree and leaves the rest', async () => {
    const leaving = { unitIds: ['u', 'v'], ancestorIds: ['p'] };
    expect(await compiledOnBoth((db) => change.dropPlaces(db, { ...leaving, day }))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => change.endPlaces(db, { ...leaving, last: day }))).toMatchSnapshot();
  });

  it('reads the trade of the nearest unit that has one', async () => {
    expect(await compiledOnBoth((db) => trade.tradeOn(db, 'u', day))).toMatchSnapshot();
  });
});
