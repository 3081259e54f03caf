import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, shanghaiDay, startOfDay } from '#lib/domain/shared/time.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import * as town from '../completion/district.ts';

const KINDS = [
  'movePost',
  'moveUnit',
  'mergeUnit',
  'closeUnit',
  'rename',
  'mergePeople',
  'part',
  'waive',
  'tag',
] as const;

const happening = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.nat(5),
  how: fc.nat(9),
  days: fc.nat(20),
});
type Happening = typeof happening extends fc.Arbitrary<infer Of> ? Of : never;

async function waive({ world }: town.District, personId: string): Promise<void> {
  const requirementId = await town.waive(world, personId, null);
  if (!requirementId) return;
  const fact = { kind: 'waiverDecided', personId, planYear: town.YEAR, requirementId } as const;
  await town.within(world, (act) => completion.onWaiverDecided(act, fact));
}

/** Plays one happening by its verb; what the verb refuses did not happen. */
async function play(place: town.District, { kind, who, how }: Happening, merges: string[]): Promise<void> {
  const act = place.world.console;
  const day = shanghaiDay(place.world.now);
  const [personId = '', other = ''] = [place.people[who], place.people[how % 6]];
  const [unitId = '', into = ''] = [place.units[1 + (who % 3)], place.units[how % 4]];
  const reason = '调整';
  const verbs: Record<Happening['kind'], () => Promise<unknown>> = {
    movePost: () => movement.movePost(act, { personId, day, homeUnitId: into, reason }),
    moveUnit: () => units.moveUnit(act, { unitId, parentId: into, day, reason }),
    mergeUnit: () => people.mergeUnits(act, { unitId, intoId: into, day, reason }),
    closeUnit: () => units.closeUnit(act, { unitId, day, reason }),
    rename: () => units.renameUnit(act, { unitId, name: `新名${day}${how}` }),
    mergePeople: async () =>
      merges.push(await people.mergePeople(act, { keptId: personId, goneId: other, reason })),
    part: () => people.partPeople(act, { mergeId: merges[how % Math.max(merges.length, 1)] ?? '', reason }),
    waive: () => waive(place, personId),
    tag: () => units.setTrade(act, { unitId, trade: how % 2 ? 'market' : null, day }),
  };
  await verbs[kind]().catch((refusal: unknown) => expect(refusal).toHaveProperty('fields'));
}

/** Every figure of the year before, of the whole place and of each unit, with the rows that it shows. */
async function lastYear({ world, units: all }: town.District): Promise<unknown> {
  const shown: unknown[] = [];
  for (const unitId of all) {
    for (const key of ['due', 'present', 'averageHours', 'hoursReached']) {
      const asked = { key, unitId, planYear: town.YEAR - 1, group: 'all', window: 'all' } as const;
      const { value, unitName } = await figures.readFigure(world.console, asked);
      const rows = await figures.readFigureRows(world.console, {
        ...asked,
        part: 'all',
        page: 1,
        pageSize: 50,
      });
      shown.push([unitName, value, rows]);
    }
  }
  return shown;
}

/** A district that was counted in the year before: seats, attempts and hours of that year. */
async function withPast(engine: Engine): Promise<town.District> {
  const place = await town.district(await engine.world());
  const { world } = place;
  for (const [at, who] of place.people.entries()) {
    await town.seat(place, who, at === 4 ? 'exempt' : 'due');
    if (at % 2 === 0) await town.sit(place, who, 8000);
    await town.book(world, who, (at + 1) * 200);
  }
  const past = { plan_year: town.YEAR - 1 };
  await world.db
    .updateTable('exam')
    .set({ ...past, roster_on: '2025-09-01' })
    .execute();
  await world.db.updateTable('hour_entry').set(past).execute();
  for (const who of place.people) {
    await town.giveClass(world, who, 'enforcement');
    await town.book(world, who, 300);
  }
  await town.requirement(world, 'enforcement', 300);
  for (const personId of place.people) {
    const fact = { kind: 'postChanged', personId, day: '2025-01-01' } as const;
    await town.within(world, (act) => completion.onPostChanged(act, fact));
  }
  return place;
}

async function playYear(engine: Engine, happenings: Happening[]): Promise<void> {
  const place = await withPast(engine);
  const before = await lastYear(place);
  await completion.turnDay(place.world.system);
  const merges: string[] = [];
  for (const one of happenings) {
    await play(place, one, merges);
    place.world = place.world.at(startOfDay(addDays(shanghaiDay(place.world.now), one.days + 1)));
    await completion.turnDay(place.world.system);
  }
  expect(await lastYear(place)).toEqual(before);
  expect(await completion.verifyCounters(place.world.console)).toEqual([]);
}

onBothEngines('a year of moves, merges and closures', (engine) => {
  it(
    'leaves every figure of the year before as it was, and counters that add up',
    { timeout: 120_000 },
    async () => {
      const numRuns = engine.name === 'sqlite' ? 4 : 1;
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 12, maxLength: 20 }), (happenings) =>
          playYear(engine, happenings),
        ),
        { numRuns, seed: 20260302, endOnFailure: true },
      );
    },
  );
});
