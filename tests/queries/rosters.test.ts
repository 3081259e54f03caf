import { describe, expect, it } from 'vitest';
import * as rosters from '#lib/server/rosters/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';

describe('the SQL of rosters', () => {
  it('looks people up by keyed hashes, never by name', async () => {
    const asked = { identityHashes: ['i'], mobileHashes: ['m'], day };
    expect(await compiledOnBoth((db) => rosters.knownByKeys(db, asked))).toMatchSnapshot();
  });
});
