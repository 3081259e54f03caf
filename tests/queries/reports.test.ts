import { expect, it } from 'vitest';
import { figureKeys } from '#lib/domain/reports/figures/index.ts';
import * as excellence from '#lib/server/reports/queries.excellence.ts';
import * as hoursReached from '#lib/server/reports/queries.hoursReached.ts';
import * as participation from '#lib/server/reports/queries.participation.ts';
import * as passing from '#lib/server/reports/queries.passing.ts';
import * as thematicStudy from '#lib/server/reports/queries.thematicStudy.ts';
import { compiledOnBoth } from '../support/queries.ts';

const modules = { participation, passing, excellence, hoursReached, thematicStudy };

const scope = { unitId: 'u', planYear: 2026, group: 'all', window: 'all', asOf: '2026-12-31' } as const;

it.each(figureKeys)('counts and shows the rows of %s by one query', async (key) => {
  const module = modules[key];
  expect(await compiledOnBoth((db) => module.value(db, scope))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => module.rows(db, { scope, part: 'counted', page: 1, pageSize: 30 })),
  ).toMatchSnapshot();
});

it('narrows a figure to the leadership group and the main window', async () => {
  const narrow = { ...scope, group: 'leadership', window: 'main' } as const;
  expect(await compiledOnBoth((db) => participation.population(db, narrow))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => hoursReached.population(db, narrow))).toMatchSnapshot();
});
