import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeDatabase, inTransaction, readHeavy } from '#lib/server/db/index.ts';
import type { LiveCounts } from '#lib/server/exams/queries.live.ts';
import { addUnit } from '#lib/server/units/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onBothEngines, onEngine } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { threadsStarted } from '../../support/threads.ts';
import { worldOver, type World } from '../../support/world.ts';

const MODULE = 'units/queries.ts';

/** People exempt from an exam, counted by a heavy query of its room. */
async function exempted(world: World, examId: string): Promise<number> {
  const asked = { examId, within: null };
  const counts = await readHeavy<LiveCounts>(world.db, 'exams/queries.live.ts', 'liveCounts', asked);
  return counts.exempt;
}

onBothEngines('a heavy read', (engine) => {
  it('sees what is committed and nothing else, from inside a transaction too', async () => {
    const world = await engine.world();
    const { examId, takers } = await examination(world, { takers: 2 });
    expect(await exempted(world, examId)).toBe(0);
    await inTransaction(world.console, async (act) => {
      await act.db
        .updateTable('exam_candidate')
        .set({ state: 'exempt' })
        .where('person_id', '=', takers[0] ?? '')
        .execute();
      expect(await exempted(world, examId)).toBe(0);
    });
    expect(await exempted(world, examId)).toBe(1);
  });

  it('refuses a question that the module does not know', async () => {
    const world = await engine.world();
    await expect(readHeavy(world.db, MODULE, 'nothing', {})).rejects.toThrow('has no nothing');
  });
});

onEngine('sqlite', 'the reading threads (PostgreSQL reads in its pool)', (engine) => {
  it('answer a short question while a long one is under way', async () => {
    const world = await engine.world();
    const file = join(mkdtempSync(join(tmpdir(), 'xuefa-reader-')), 'enough');
    const long = readHeavy<string>(world.db, '../../../tests/support/waitingRead.ts', 'untilThere', { file });
    expect(await readHeavy(world.db, '../../../tests/support/waitingRead.ts', 'units', {})).toBe(0);
    writeFileSync(file, '');
    expect(await long).toBe(file);
  });

  it('answers again after it failed', async () => {
    const world = await engine.world();
    await expect(readHeavy(world.db, 'no/such/module.ts', 'x', {})).rejects.toThrow();
    await expect(readHeavy(world.db, MODULE, 'nothing', {})).rejects.toThrow('has no nothing');
  });

  it('let go of a database that is closed, and read the next one opened in the process', async () => {
    const counts: unknown[] = [];
    const started = threadsStarted();
    for (const units of [1, 0, 1]) {
      const { databaseUrl, dataFolder } = await engine.settings();
      const db = openTestDatabase(databaseUrl, dataFolder);
      if (units > 0) await addUnit(worldOver(db).console, { name: '司法局', parentId: null });
      counts.push(await readHeavy(db, '../../../tests/support/waitingRead.ts', 'units', {}));
      await closeDatabase(db);
    }
    expect(counts).toEqual([1, 0, 1]);
    expect(started()).toBeLessThan(2);
  });
});
