import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { closeDatabase } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onEngine } from '../../support/engines.ts';
import { environmentOf } from '../../support/programs.ts';
import { worldOver } from '../../support/world.ts';
import { csv, district, line, mobileNumber, recorded } from '../rosters/files.ts';

const PEOPLE = 4000;

const lines = Array.from({ length: PEOPLE }, (_, at) => {
  const cells = line(1, { name: `学员${at}` });
  [cells[1], cells[2]] = ['', mobileNumber(at)];
  return cells;
});

onEngine(
  'sqlite',
  'an import whose process is killed (where its file lies is the same on both)',
  (engine) => {
    it('is finished by the next one, everybody once', async () => {
      const settings = await engine.settings();
      const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
      try {
        const world = worldOver(db);
        const { top } = await district(world);
        const file = join(settings.dataFolder, '名册.csv');
        writeFileSync(file, csv(lines).bytes);
        const child = spawn(process.execPath, ['scripts/xuefa.js', 'people', 'import', file], {
          env: environmentOf(settings),
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => child.once('exit', resolve));
        const batch = () =>
          db.selectFrom('import_batch').select(['state', 'handled', 'settled_at']).executeTakeFirst();
        for (
          let seen = await batch();
          !(seen?.state === 'applying' && seen.handled > 0);
          seen = await batch()
        ) {
          if (seen?.settled_at || child.exitCode !== null) break;
          await sleep(3);
        }
        child.kill('SIGKILL');
        await ended;
        await rosters.runImports(world.system);
        expect(await batch()).toMatchObject({ state: 'done', handled: PEOPLE });
        expect((await recorded(world)).persons).toHaveLength(PEOPLE);
        const today = shanghaiDay(new Date().toISOString());
        expect(await people.roster(db, { unitId: top, day: today })).toHaveLength(PEOPLE);
      } finally {
        await closeDatabase(db);
      }
    });
  },
);
