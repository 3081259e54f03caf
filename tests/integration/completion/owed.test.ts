import { expect, it, vi } from 'vitest';
import { runtimeOf } from '#lib/server/db/index.ts';
import * as completion from '#lib/server/completion/index.ts';
import { recountOrOwe } from '#lib/server/completion/verbs.owed.ts';
import { startJobs } from '#lib/server/platform/jobs.ts';
import { endingAfter, rarely } from '../../support/ending.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from './district.ts';

onBothEngines('a recount of many people', (engine) => {
  it('is owed by what concerns them, told meanwhile, and goes on where a server ended', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    for (const personId of people) await town.giveClass(world, personId, 'enforcement');
    await town.requirement(world, 'enforcement', 2000);
    const counted = async () => {
      const { hours, isRecounting } = await completion.readUnit(world.console, {
        ...{ unitId, planYear: town.YEAR, group: 'all' },
      });
      return { due: hours.due, isRecounting };
    };
    const day = '2026-03-02';
    const years = { planYear: town.YEAR, day, atOnce: 3 };
    await town.within(world, (act) => recountOrOwe(act, { classCode: 'enforcement', day }, years));
    expect(await counted()).toEqual({ due: 0, isRecounting: true });
    expect(await completion.recountOwed(world.system, endingAfter(1), 2)).toBe(0);
    expect(await counted()).toEqual({ due: 2, isRecounting: true });
    const [owed] = await world.db.selectFrom('recount_owed').select('done_to').execute();
    expect(owed?.done_to).toBe(people.toSorted()[1]);
    expect(await completion.recountOwed(world.system)).toBe(1);
    expect(await counted()).toEqual({ due: 6, isRecounting: false });
    expect(await completion.verifyCounters(world.console)).toEqual([]);
  });

  it('of a moved unit follows its people to the units above it; of a few it is done at once', async () => {
    const place = await town.district(await engine.world());
    const { world, people, units } = place;
    const [, bureau = '', other = '', office = ''] = units;
    for (const personId of people) await town.giveClass(world, personId, 'enforcement');
    await town.requirement(world, 'enforcement', 2000);
    const day = '2026-03-02';
    const years = { planYear: town.YEAR, day };
    await town.within(world, (act) => recountOrOwe(act, { classCode: 'enforcement', day }, years));
    const due = async (unitId: string) => {
      const asked = { unitId, planYear: town.YEAR, group: 'all' } as const;
      return (await completion.readUnit(world.console, asked)).hours.due;
    };
    expect([await due(bureau), await due(other)]).toEqual([2, 4]);
    await town.hang(world, office, bureau);
    const moved = { planYear: null, day, atOnce: 1 };
    await town.within(world, (act) => recountOrOwe(act, { unitId: office }, moved));
    expect([await due(bureau), await due(other)]).toEqual([2, 4]);
    await completion.recountOwed(world.system);
    expect([await due(bureau), await due(other)]).toEqual([4, 2]);

    const stop = startJobs(world.db, runtimeOf(world.db).log, [rarely('completion.recountOwed')]);
    try {
      await town.hang(world, office, other);
      await town.within(world, (act) => recountOrOwe(act, { unitId: office }, moved));
      await vi.waitFor(async () => expect([await due(bureau), await due(other)]).toEqual([2, 4]), 10_000);
    } finally {
      await stop();
    }
  });
});
