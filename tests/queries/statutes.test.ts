import { expect, it } from 'vitest';
import * as queries from '#lib/server/statutes/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

it('lists versions with their number of articles', async () => {
  expect(await compiledOnBoth((db) => queries.statutes(db))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.versionsOf(db, '行政处罚法'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.articlesOf(db, 's'))).toMatchSnapshot();
});

it('finds a cited article by the day of its version, or in the newest one', async () => {
  const asked = { plainTitle: '行政处罚法', ordinal: 4400 };
  const dated = { ...asked, effectiveOn: '2021-07-15' };
  expect(await compiledOnBoth((db) => queries.citedArticle(db, dated))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => queries.citedArticle(db, { ...asked, effectiveOn: null })),
  ).toMatchSnapshot();
});

it('replaces a version’s articles and keeps its row', async () => {
  const known = { plainTitle: '行政处罚法', versionOn: '2021-01-22' };
  expect(await compiledOnBoth((db) => queries.versionDated(db, known))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => queries.deleteArticles(db, 's'))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => queries.updateStatute(db, 's', { effective_on: '2021-07-15' })),
  ).toMatchSnapshot();
});
