import { expect, it, vi } from 'vitest';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { runtimeOf } from '#lib/server/db/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { followOrOwe } from '#lib/server/plans/verbs.owed.ts';
import { startJobs } from '#lib/server/platform/jobs.ts';
import { endingAfter, rarely } from '../../support/ending.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';

/** A published plan of a unit for officers. */
async function planOf(world: World, unitId: string): Promise<void> {
  await world.db
    .insertInto('plan')
    .values({
      ...{ id: unitId, unit_id: unitId, requirement_id: null, plan_year: town.YEAR, title: '年度计划' },
      ...{ status: 'published', created_by: 'test', created_at: world.now, published_at: world.now },
    })
    .execute();
  await world.db.insertInto('plan_audience').values({ plan_id: unitId, class_code: 'enforcement' }).execute();
}

onBothEngines('the people of a moved unit', (engine) => {
  it('are followed into its plans at once where they are few, else by a job that goes on where it ended', async () => {
    const place = await town.district(await engine.world());
    const { world, units, people } = place;
    const [, bureau = '', other = '', office = ''] = units;
    for (const personId of people) await town.giveClass(world, personId, 'enforcement');
    for (const unitId of [bureau, other]) await planOf(world, unitId);
    const since = shanghaiDay(world.now);
    const members = async () => {
      const open = world.db.selectFrom('plan_member').selectAll().where('valid_to', 'is', null);
      const rows = await open.execute();
      return [bureau, other].map((planId) => rows.filter((row) => row.plan_id === planId).length);
    };
    const follow = (unitId: string, atOnce?: number) =>
      town.within(world, (act) => followOrOwe(act, { unitId, since, ...(atOnce ? { atOnce } : {}) }));
    await follow(bureau);
    await follow(other);
    expect(await members()).toEqual([2, 4]);

    await town.hang(world, office, bureau);
    await follow(office, 1);
    expect(await members()).toEqual([2, 4]);
    expect(await plans.followOwed(world.system, endingAfter(1), 1)).toBe(0);
    expect(await members()).toEqual([3, 3]);
    expect(await plans.followOwed(world.system)).toBe(1);
    expect(await members()).toEqual([4, 2]);
    expect(await plans.followOwed(world.system)).toBe(0);

    const stop = startJobs(world.db, runtimeOf(world.db).log, [rarely('plans.followOwed')]);
    try {
      await town.hang(world, office, other);
      await follow(office, 1);
      await vi.waitFor(async () => expect(await members()).toEqual([2, 4]), 10_000);
    } finally {
      await stop();
    }
  });
});
