import { expect, it } from 'vitest';
import { placeOfEvent } from '#lib/server/reports/queries.citations.ts';
import * as freeze from '#lib/server/reports/queries.freeze.ts';
import * as gaps from '#lib/server/reports/queries.gaps.ts';
import * as report from '#lib/server/reports/queries.report.ts';
import { compiledOnBoth } from '../support/queries.ts';

const year = { unitId: 'u', planYear: 2026 };

it('finds a report, its sections and the last revision of its sentences', async () => {
  expect(await compiledOnBoth((db) => report.reportOfYear(db, year))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => report.sectionsOf(db, 'r'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => report.sentencesOf(db, 'r'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => report.revisionsOf(db, 'r', 'p'))).toMatchSnapshot();
});

it('finds seals: of a report, below a unit, and those that only the log still names', async () => {
  expect(await compiledOnBoth((db) => freeze.latestFreeze(db, 'r'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => freeze.sealsOf(db, ['u']))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => freeze.sealsBelow(db, { ...year, day: '2026-12-31' })),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => freeze.lostFreezes(db))).toMatchSnapshot();
});

it('finds what is missing: events without verification or file', async () => {
  expect(await compiledOnBoth((db) => gaps.eventsBelow(db, year))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => gaps.filesOfEvents(db, ['e']))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => placeOfEvent(db, 'e'))).toMatchSnapshot();
});
