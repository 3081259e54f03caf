import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { csv, district, line, recorded } from './files.ts';

const lines = Array.from({ length: 40 }, (_, at) => line(at + 1));

onBothEngines('an import that is cut off', (engine) => {
  it('keeps its people inactive until it is finished, and is finished at the next start', async () => {
    const world = await engine.world();
    const { district: act, top } = await district(world);
    const report = await rosters.stageImport(act, csv(lines));
    const batch = report.batchId ?? '';
    await world.db.updateTable('import_batch').set({ state: 'applying' }).where('id', '=', batch).execute();
    const roster = () => people.roster(world.db, { unitId: top, day: '2026-03-02' });
    expect(await roster()).toEqual([]);
    expect(await rosters.runImports(world.system)).toEqual({ finished: 1, withdrawn: 0 });
    expect(await roster()).toHaveLength(40);
    expect(await rosters.runImports(world.system)).toEqual({ finished: 0, withdrawn: 0 });
  });

  it('goes on with what it still owes when a listener failed, announcing each person once', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const heard: string[] = [];
    let failing = true;
    subscribe(world.db, 'peopleArrived', async (_act, fact) => {
      if (failing && heard.length > 0) throw new Error('cut off here');
      heard.push(...fact.personIds);
    });
    const report = await rosters.stageImport(act, csv(lines));
    await expect(rosters.commitImport(act, report.batchId ?? '')).rejects.toThrow('cut off here');
    failing = false;
    const { system } = world.at(addSeconds(world.now, 60));
    expect(await rosters.runImports(system)).toEqual({ finished: 1, withdrawn: 0 });
    expect(new Set(heard).size).toBe(40);
    expect(heard).toHaveLength(40);
  });

  it('is withdrawn whole when someone else registered one of its people meanwhile', async () => {
    const world = await engine.world();
    const { district: act, bureau } = await district(world);
    const report = await rosters.stageImport(act, csv(lines));
    await world.db
      .updateTable('import_batch')
      .set({ state: 'applying' })
      .where('id', '=', report.batchId ?? '')
      .execute();
    await people.addPerson(act, { name: '学员30', unitId: bureau, identity: lines[29]?.[1] ?? '' });
    expect(await rosters.runImports(world.system)).toEqual({ finished: 0, withdrawn: 1 });
    expect((await recorded(world)).persons).toHaveLength(1);
    expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
  });

  it('forgets a preview that nobody confirmed within a day', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    await rosters.stageImport(act, csv(lines));
    const nextDay = world.at('2026-03-03T02:00:00.000Z');
    expect(await rosters.runImports(nextDay.system)).toEqual({ finished: 0, withdrawn: 1 });
    expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
  });
});
