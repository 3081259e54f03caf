import { expect, it } from 'vitest';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { threadsStarted } from '../../support/threads.ts';
import { csv, district, line, recorded } from '../rosters/files.ts';

onBothEngines('the thread that reads files', (engine) => {
  it('reads the next file after one that was refused, one with faults and one that was taken', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const started = threadsStarted();
    const bytes = Buffer.from('<html>名册</html>');
    await expect(rosters.stageImport(act, { name: '网页.csv', bytes })).rejects.toThrow('网页');
    const faulty = await rosters.stageImport(act, csv([line(1, { unit: '没有的局' })]));
    expect(faulty.issues.length).toBeGreaterThan(0);
    for (const serial of [2, 3]) {
      const { batchId } = await rosters.stageImport(act, csv([line(serial)]));
      await rosters.commitImport(act, batchId ?? '');
    }
    const names = (await recorded(world)).persons.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['学员2', '学员3']);
    expect(started()).toBeLessThan(2);
  });
});
