import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as imports from '#lib/server/imports/index.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import { csv, district, line, recorded, type Line } from '../rosters/files.ts';

const broken = async (): Promise<never> => {
  throw new Error('the disk is full');
};

/** Rosters whose every step breaks, but for taking back. */
const kind: imports.ImportKind = {
  ...{ kind: 'people', imported: 'people.imported', withdrawn: 'people.importWithdrawn' },
  ...{ contextOf: broken, isStillTrue: async () => true, insert: broken, settle: broken },
  ...{ activate: async () => undefined, withdraw: async () => 0 },
};

/** Lets the job work as often as it wants to for an hour; answers how many tries broke. */
async function anHour(world: World, broken: imports.ImportKind = kind): Promise<number> {
  let tries = 0;
  for (let seconds = 0; seconds < 3600; seconds += 1) {
    const { system } = world.at(addSeconds(world.now, seconds));
    const round = imports.runImports(system, broken, new AbortController().signal);
    await round.catch(() => (tries += 1));
    if (!(await imports.isImportDue(world.db, 'people', addSeconds(world.now, 3600)))) break;
  }
  return tries;
}

onBothEngines('an import whose step breaks', (engine) => {
  it('is read again a few times, further and further apart, and then given up with the reason', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const id = await rosters.openRoster(act, csv([line(1)]));
    expect(await anHour(world)).toBe(8);
    expect(await rosters.viewRoster(act, id)).toMatchObject({
      ...{ state: 'failed', isBusy: false },
      message: expect.stringContaining('多次出错'),
    });
  });

  it('is taken back when it cannot be written, and nothing of it stays', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const { batchId } = await rosters.stageImport(act, csv([line(1)]));
    const id = batchId ?? '';
    await rosters.confirmRoster(act, id);
    expect(await anHour(world)).toBe(8);
    expect(await rosters.viewRoster(act, id)).toMatchObject({
      ...{ state: 'withdrawn', message: expect.stringContaining('多次出错') },
    });
    expect((await recorded(world)).persons).toEqual([]);
  });

  it('rests when it is written and cannot be seen through, says so to its person and the doctor, and goes on when asked', async () => {
    const world = await engine.world();
    const { district: act, ofBureau } = await district(world);
    const first = await rosters.stageImport(act, csv([line(1)]));
    await rosters.commitImport(act, first.batchId ?? '');
    const { batchId } = await rosters.stageImport(act, csv([line(1, { title: '科长' })], '变更.csv'));
    const id = batchId ?? '';
    await rosters.confirmRoster(act, id);
    await expect(rosters.retryRoster(act, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await anHour(world, { ...kind, insert: async () => undefined })).toBe(8);
    expect(await rosters.viewRoster(act, id)).toMatchObject({
      ...{ state: 'done', settledAt: null, isBusy: false, isStuck: true, isCancellable: false },
      message: expect.stringContaining('再试一次'),
    });
    const later = world.at(addSeconds(world.now, 7200));
    expect(await imports.isImportDue(world.db, 'people', later.now)).toBe(false);
    expect(await imports.atRest(act, { kind: 'people', id }, rosters.importJob)).toMatchObject({
      isStuck: true,
    });
    expect(await imports.listStuck(world.console)).toEqual([{ id, kind: 'people', fileName: '变更.csv' }]);

    await expect(rosters.retryRoster(ofBureau, id)).rejects.toMatchObject({ code: 'notFound' });
    await rosters.retryRoster(act, id);
    await rosters.runImports(later.system);
    expect(await rosters.viewRoster(act, id)).toMatchObject({ isBusy: false, isStuck: false, message: null });
    expect(await imports.listStuck(world.console)).toEqual([]);
  });

  it('does not keep others waiting, but those who would change the same person, and says which it is', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const stage = async (lines: Line[], name: string) =>
      (await rosters.stageImport(act, csv(lines, name))).batchId ?? '';
    await rosters.commitImport(act, await stage([line(1)], '在册.csv'));
    const stuck = await stage([line(1, { title: '科员' })], '变更.csv');
    const other = await stage([line(2)], '新进.csv');
    const same = await stage([line(1, { title: '科长' })], '再变更.csv');

    await rosters.confirmRoster(act, stuck);
    const written = { ...kind, settle: broken, insert: async () => undefined };
    const round = imports.runImports(world.system, written, new AbortController().signal);
    await expect(round).rejects.toThrow('the disk is full');

    expect(await rosters.viewRoster(act, stuck)).toMatchObject({
      ...{ state: 'done', isBusy: true, message: expect.stringContaining('办理中出错') },
    });
    await expect(rosters.confirmRoster(act, same)).rejects.toThrow(/“变更\.csv”.*出错.*相同/);
    expect(await rosters.viewRoster(act, same)).toMatchObject({ state: 'staged', isCancellable: true });
    await rosters.cancelRoster(act, same);
    await rosters.confirmRoster(act, other);
    expect((await rosters.viewRoster(act, other)).state).toBe('applying');
  });
});
