import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { runtimeOf } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import { startJobs } from '#lib/server/platform/jobs.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import { csv, district, line, recorded } from '../rosters/files.ts';

const lines = Array.from({ length: 60 }, (_, at) => line(at + 1));
const nothing = { persons: [], posts: [], classes: [] };

function shelved({ db }: World): string[] {
  const folder = join(runtimeOf(db).dataFolder, 'imports');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A signal that is aborted after some turns: the server ends between two chunks. */
function stopsAfter(chunks: number): AbortSignal {
  let asked = 0;
  const signal = {
    get aborted() {
      return (asked += 1) > chunks;
    },
  };
  return signal as AbortSignal;
}

onBothEngines('an import', (engine) => {
  it('goes on where it stood when the server ended between two chunks, without doubles', async () => {
    const world = await engine.world();
    const { district: act, top } = await district(world);
    const { batchId } = await rosters.stageImport(act, csv(lines));
    await rosters.confirmRoster(act, batchId ?? '');
    await rosters.runImports(world.system, stopsAfter(3));
    const half = (await recorded(world)).persons.length;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(60);
    expect(await people.roster(world.db, { unitId: top, day: '2026-03-02' })).toEqual([]);
    expect(await rosters.runImports(world.system)).toEqual({ finished: 1, withdrawn: 0 });
    expect(await people.roster(world.db, { unitId: top, day: '2026-03-02' })).toHaveLength(60);
    expect((await recorded(world)).persons).toHaveLength(60);
    const done = await rosters.viewRoster(act, batchId ?? '');
    expect(done).toMatchObject({ state: 'done', handled: 60, report: null });
    expect(shelved(world)).toEqual([]);
  });

  it('is read and written as soon as its person asks, whenever its job would have come next', async () => {
    const world = (await engine.world()).at(new Date().toISOString());
    const { district: act } = await district(world);
    const { log } = runtimeOf(world.db);
    const stop = startJobs(world.db, log, [{ ...rosters.importJob, everySeconds: 3600 }]);
    const reaches = (id: string, state: string) =>
      vi.waitFor(async () => expect(await rosters.viewRoster(act, id)).toMatchObject({ state }), 20_000);
    try {
      const id = await rosters.openRoster(act, csv([line(1)]));
      await reaches(id, 'staged');
      await rosters.confirmRoster(act, id);
      await reaches(id, 'done');
      const other = await rosters.openRoster(act, csv([line(2)]));
      await rosters.cancelRoster(act, other);
      await reaches(other, 'withdrawn');
    } finally {
      await stop();
    }
  });

  it('can be taken back while it is read, before it is confirmed and while it is written', async () => {
    const world = await engine.world();
    const { district: act, ofBureau } = await district(world);
    const read = await rosters.openRoster(act, csv(lines));
    await expect(rosters.cancelRoster(ofBureau, read)).rejects.toMatchObject({ code: 'notFound' });
    await rosters.cancelRoster(act, read);
    const { batchId: staged } = await rosters.stageImport(act, csv(lines));
    await rosters.confirmRoster(act, staged ?? '');
    await rosters.runImports(world.system, stopsAfter(3));
    expect(await recorded(world)).not.toEqual(nothing);
    await rosters.cancelRoster(act, staged ?? '');
    expect(await rosters.runImports(world.system)).toMatchObject({ finished: 0 });
    expect(await recorded(world)).toEqual(nothing);
    expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
    for (const id of [read, staged ?? '']) {
      expect(await rosters.viewRoster(act, id)).toMatchObject({ state: 'withdrawn', report: null });
    }
    expect(shelved(world)).toEqual([]);
    await expect(rosters.cancelRoster(act, read)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps uploaded files only enciphered', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    await rosters.openRoster(act, csv([line(7)]));
    const [file] = shelved(world);
    const bytes = readFileSync(join(runtimeOf(world.db).dataFolder, 'imports', file ?? ''));
    expect(bytes.toString('utf8')).not.toContain(line(7)[1]);
    expect(bytes.subarray(0, 12).toString()).toMatch(/^a1\.[0-9a-f]{8}\n/);
  });

  it('is told apart from the others, newest first, and only to its own person', async () => {
    const world = await engine.world();
    const { district: act, ofBureau } = await district(world);
    await rosters.openRoster(act, csv([line(1)], '甲.csv'));
    await rosters.openRoster({ ...act, now: '2026-03-02T03:00:00.000Z' }, csv([line(1)], '乙.csv'));
    expect((await rosters.listRosters(act)).map((one) => one.fileName)).toEqual(['乙.csv', '甲.csv']);
    expect(await rosters.listRosters(ofBureau)).toEqual([]);
  });
});
