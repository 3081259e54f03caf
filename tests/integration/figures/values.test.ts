import { expect, it } from 'vitest';
import { definitionOf } from '#lib/domain/figures/names.ts';
import { figureKeys } from '#lib/domain/figures/registry/index.ts';
import { seededRng } from '#lib/domain/shared/rng.ts';
import type { FigureCount, FigureScope } from '#lib/domain/figures/figure.ts';
import { runtimeOf } from '#lib/server/db/index.ts';
import * as averageHours from '#lib/server/figures/queries.averageHours.ts';
import { candidates } from '#lib/server/figures/queries.candidates.ts';
import { countValues } from '#lib/server/figures/queries.values.ts';
import { questionOf, valueNames } from '#lib/server/figures/questions.values.ts';
import { scopeOf } from '#lib/server/figures/questions.ts';
import { onBothEngines } from '../../support/engines.ts';
import { examBank } from '../../support/exams.ts';
import { planOf, wholeReads } from '../../support/plans.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';
import { answer } from './reading.ts';

const CLASSES = ['leadership', 'division', 'section', 'enforcement', 'newcomer'];

/** People of every class, some of several, with and without attempts, hours and releases. */
async function peopled(world: World): Promise<town.District> {
  await examBank(world, 1);
  const district = await town.district(world);
  const rng = seededRng('values');
  const often = (share: number): boolean => rng() < share;
  for (const code of ['enforcement', 'section', 'division']) await town.requirement(world, code, 2000);
  for (const [index, personId] of district.people.entries()) {
    for (const code of CLASSES) if (often(0.4)) await town.giveClass(world, personId, code);
    const state = index === 4 ? 'exempt' : 'due';
    await town.seat(district, personId, state);
    for (const score of [5000, 7000, 9500]) {
      if (!often(0.5)) continue;
      const attemptId = await town.sit(district, personId, score);
      if (often(0.5)) await answer(world, attemptId, 'A');
    }
    if (often(0.7)) await town.book(world, personId, often(0.5) ? 2500 : 900);
    if (often(0.2)) await town.waive(world, personId, often(0.5) ? null : 1200);
  }
  return district;
}

onBothEngines('all values of a report', (engine) => {
  it('counted together are what each figure counts by itself', async () => {
    const world = await engine.world();
    const { root, units } = await peopled(world);
    for (const unitId of [root, units[2] ?? '']) {
      const figures = valueNames().map((name) => {
        const question = questionOf(name, { unitId, planYear: town.YEAR });
        const pass = definitionOf(question.key)?.pass ?? 'own';
        return { name, key: question.key, scope: scopeOf(world.console, question), pass };
      });
      const together = await countValues(world.db, { figures, classes: CLASSES });
      for (const { name, key, scope } of figures) {
        const { value } = (await import(`#lib/server/figures/queries.${key}.ts`)) as {
          value(db: World['db'], scope: FigureScope): Promise<FigureCount>;
        };
        expect({ name, ...together[name] }).toEqual({ name, ...(await value(world.db, scope)) });
      }
      expect(Object.keys(together).length).toBeGreaterThan(figureKeys.length);
    }
  });

  it('ask for a person’s classes by his posts, and for a unit’s people by the unit', async () => {
    const world = await engine.world();
    const { root: unitId } = await town.district(world);
    const year = { unitId, planYear: town.YEAR, window: 'all', asOf: '2026-12-31' } as const;
    const leaders = { ...year, group: 'leadership', classCode: null } as const;
    for (const query of [averageHours.population(world.db, leaders), candidates(world.db, leaders)]) {
      const plan = await planOf(world.db, query);
      expect(wholeReads(plan, query.compile())).toEqual([]);
      // PostgreSQL decides by how many hold a class; SQLite has no statistics and must be told.
      const byClass = plan.filter((step) => step.includes('post_class_code'));
      if (runtimeOf(world.db).engine === 'sqlite') expect(byClass).toEqual([]);
    }
  });
});
