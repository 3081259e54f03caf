import { describe, expect, it } from 'vitest';
import * as people from '#lib/server/people/queries.ts';
import * as lists from '#lib/server/people/queries.list.ts';
import * as rosters from '#lib/server/people/queries.roster.ts';
import { compiledOnBoth } from '../support/queries.ts';

const day = '2026-03-02';

describe('the SQL of people', () => {
  it('finds the principal post of a day among active rows', async () => {
    expect(await compiledOnBoth((db) => people.principalPostOn(db, 'p', day))).toMatchSnapshot();
  });

  it('finds the classes of a day through any post', async () => {
    expect(await compiledOnBoth((db) => people.classesOfPerson(db, 'p', day))).toMatchSnapshot();
  });

  it('lists a page within units, searched by name, pinyin and last four', async () => {
    const asked = {
      unitIds: ['u'],
      day,
      q: 'zs',
      sort: 'name',
      direction: 'asc',
      page: 2,
      pageSize: 20,
    } as const;
    expect(await compiledOnBoth((db) => lists.listRows(db, asked))).toMatchSnapshot();
    expect(
      await compiledOnBoth((db) => lists.listCount(db, { ...asked, unitIds: null, q: '' })),
    ).toMatchSnapshot();
  });

  it('draws the roster of a unit on a day, of a class too', async () => {
    const asked = { unitId: 'u', day, classCode: 'enforcement' };
    expect(await compiledOnBoth((db) => rosters.rosterRows(db, asked))).toMatchSnapshot();
  });

  it('reads where a person counted and what he was over all his days', async () => {
    expect(await compiledOnBoth((db) => people.placesOfPeople(db, ['p']))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => people.classesOverTime(db, ['p']))).toMatchSnapshot();
  });

  it('changes a post only as it was seen', async () => {
    const seen = { id: 'post', homeUnitId: 'u', to: null };
    expect(
      await compiledOnBoth((db) => people.changePostSeen(db, seen, { valid_to: day })),
    ).toMatchSnapshot();
  });
});
