import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { record, seal } from '#lib/server/audit/index.ts';
import { closeDatabase, inTransaction } from '#lib/server/db/index.ts';
import { createBackup } from '#lib/server/platform/backup.ts';
import { testKey, openTestDatabase } from '../../support/databases.ts';
import { onEngine, type Settings } from '../../support/engines.ts';
import { worldOver } from '../../support/world.ts';
import { environmentOf, runProgram, xuefaHere, type Outcome } from '../../support/programs.ts';

const otherKey = Buffer.alloc(32, 9).toString('base64');

function runXuefa(settings: Settings, words: string[], more: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return xuefaHere(words, { ...environmentOf(settings), ...more });
}

async function put(settings: Settings, key: string): Promise<void> {
  const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
  await db.insertInto('setting').values({ key, value: '1', changed_at: '' }).execute();
  await closeDatabase(db);
}

async function keysIn(settings: Settings): Promise<string[]> {
  const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
  const rows = await db.selectFrom('setting').select('key').orderBy('key').execute();
  await closeDatabase(db);
  return rows.map((row) => row.key);
}

onEngine('sqlite', 'a backup (PostgreSQL has its own tools)', (engine) => {
  it('brings back database and files, and keeps what was there before', async () => {
    const own = await engine.settings();
    const file = join(own.dataFolder, 'backup.tar.gz');
    mkdirSync(join(own.dataFolder, 'files'));
    writeFileSync(join(own.dataFolder, 'files', 'proof.pdf'), 'first');
    await put(own, 'before');
    expect(await runXuefa(own, ['backup', 'create', file])).toMatchObject({ code: 0, problems: '' });
    await put(own, 'after');
    writeFileSync(join(own.dataFolder, 'files', 'proof.pdf'), 'second');
    expect(await runXuefa(own, ['backup', 'verify', file])).toMatchObject({ code: 0 });
    const restored = await runXuefa(own, ['backup', 'restore', file, '--json']);
    expect(restored).toMatchObject({ code: 0, problems: '' });
    expect(await keysIn(own)).toEqual(['before']);
    expect(readFileSync(join(own.dataFolder, 'files', 'proof.pdf'), 'utf8')).toBe('first');
    const { kept } = JSON.parse(restored.out) as { kept: string };
    expect(existsSync(join(kept, 'xuefa.db'))).toBe(true);
    expect(readFileSync(join(kept, 'files', 'proof.pdf'), 'utf8')).toBe('second');
  });

  it('is refused when it is damaged, foreign or no backup at all, and the data stays', async () => {
    const own = await engine.settings();
    const file = join(own.dataFolder, 'backup.tar.gz');
    await put(own, 'kept');
    await runXuefa(own, ['backup', 'create', file]);
    const bytes = readFileSync(file);
    const damaged = join(own.dataFolder, 'damaged.tar.gz');
    bytes.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64);
    writeFileSync(damaged, bytes);
    const nothing = join(own.dataFolder, 'nothing.tar.gz');
    writeFileSync(nothing, 'not a backup');
    for (const wrong of [damaged, nothing, join(own.dataFolder, 'missing.tar.gz')]) {
      const said = await runXuefa(own, ['backup', 'restore', wrong]);
      expect(said.code).toBe(1);
      expect(said.problems).toMatch(/[\u4e00-\u9fff]/);
    }
    const foreign = await runXuefa(own, ['backup', 'restore', file], { XUEFA_KEY: otherKey });
    expect(foreign).toMatchObject({ code: 1 });
    expect(foreign.problems).toContain('XUEFA_KEY');
    expect(await keysIn(own)).toEqual(['backup.madeAt', 'kept']);
  });

  it('holds no seal that its copy of the log lacks, however many are made meanwhile', async () => {
    const own = await engine.settings();
    const file = join(own.dataFolder, 'backup.tar.gz');
    const db = openTestDatabase(own.databaseUrl, own.dataFolder);
    const { console: act } = worldOver(db);
    let isMade = false;
    const made = createBackup(db, file, act.now).finally(() => (isMade = true));
    for (let entry = 0; !isMade && entry < 500; entry += 1) {
      await inTransaction(act, (sealed) => record(sealed, { verb: 'exams.published' }));
      await seal(act);
    }
    await made;
    await closeDatabase(db);
    expect(await runXuefa(own, ['backup', 'restore', file])).toMatchObject({ code: 0, problems: '' });
    expect(await runXuefa(own, ['audit', 'verify'])).toMatchObject({ code: 0 });
  });

  it('is not restored under a running server', async () => {
    const own = await engine.settings();
    const file = join(own.dataFolder, 'backup.tar.gz');
    await runXuefa(own, ['backup', 'create', file]);
    const db = openTestDatabase(own.databaseUrl, own.dataFolder);
    const lease = { name: 'audit.seal', holder: 'x', held_until: '2999-01-01T00:00:00.000Z', ran_at: null };
    await db.insertInto('job_lease').values(lease).execute();
    await closeDatabase(db);
    expect(await runXuefa(own, ['backup', 'restore', file])).toMatchObject({
      code: 1,
      problems: expect.stringContaining('服务还在运行'),
    });
  });
});

describe('the command line', () => {
  const nowhere = { databaseUrl: '', dataFolder: '/nonexistent' };

  const program = (words: string[], more: NodeJS.ProcessEnv = {}) =>
    runProgram('scripts/xuefa.js', words, { ...environmentOf(nowhere), ...more });

  it('says what it can do', async () => {
    const said = await program([]);
    expect(said.code).toBe(0);
    for (const subject of ['access', 'audit', 'backup', 'db']) expect(said.out).toContain(subject);
  });

  it('exits with 2 when it is called wrongly, and says how', async () => {
    expect(await program(['audit', 'nonsense'])).toMatchObject({ code: 2 });
    expect(await program(['audit', 'verify'], { XUEFA_KEY: '' })).toMatchObject({
      code: 2,
      problems: expect.stringContaining('XUEFA_KEY'),
    });
    expect(testKey).toHaveLength(32);
  });
});

onEngine('sqlite', 'migrating (the copy before is made on SQLite only)', (engine) => {
  it('copies the database first and says that there is nothing left to do', async () => {
    const own = await engine.settings();
    const db = openTestDatabase(own.databaseUrl, own.dataFolder);
    await db.schema.dropTable('setting').execute();
    await db.deleteFrom('migration').where('name', '=', '001-platform').execute();
    await db.schema.dropTable('job_lease').execute();
    await closeDatabase(db);
    const refused = await runXuefa(own, ['audit', 'verify']);
    expect(refused).toMatchObject({ code: 2, problems: expect.stringContaining('db migrate') });
    const migrated = await runXuefa(own, ['db', 'migrate', '--json']);
    const said = JSON.parse(migrated.out) as { applied: string[]; copy: string };
    expect(said.applied).toEqual(['001-platform']);
    expect(existsSync(said.copy)).toBe(true);
    expect(JSON.parse((await runXuefa(own, ['db', 'migrate', '--json'])).out)).toEqual({
      applied: [],
      copy: null,
    });
  });
});

onEngine('postgres', 'migrating (the dump is asked for on PostgreSQL only)', (engine) => {
  it('asks for a dump unless told that there is one', async () => {
    const own = await engine.settings();
    const db = openTestDatabase(own.databaseUrl, own.dataFolder);
    await db.schema.dropTable('setting').execute();
    await db.schema.dropTable('job_lease').execute();
    await db.deleteFrom('migration').where('name', '=', '001-platform').execute();
    await closeDatabase(db);
    expect(await runXuefa(own, ['db', 'migrate'])).toMatchObject({
      code: 2,
      problems: expect.stringContaining('pg_dump'),
    });
    expect(await runXuefa(own, ['db', 'migrate', '--no-backup'])).toMatchObject({ code: 0 });
  });
});
