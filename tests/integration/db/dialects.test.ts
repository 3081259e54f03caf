import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { closeDatabase } from '#lib/server/db/index.ts';
import { CachingDatabase, openSqliteFile } from '#lib/server/db/dialects.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onBothEngines, onEngine } from '../../support/engines.ts';
import { planOf } from '../../support/plans.ts';

onBothEngines('the engine', (engine) => {
  it('gives counts and sums as numbers', async () => {
    const db = await engine.database();
    const { rows } = await sql<{ counted: unknown; summed: unknown }>`
      select count(*) as counted, sum(number) as summed from (select 2 as number union all select 40) as two
    `.execute(db);
    expect(rows).toEqual([{ counted: 2, summed: 42 }]);
  });

  it('leaves the database as it was when a migration fails', async () => {
    const { migrate, pendingMigrations } = await import('#lib/server/db/index.ts');
    const db = await engine.database();
    const broken = {
      name: '999-broken',
      up: async (step: { db: typeof db }) => {
        await step.db.insertInto('setting').values({ key: 'half', value: '1', changed_at: '' }).execute();
        throw new Error('the step breaks');
      },
    };
    await expect(migrate(db, '2026-01-01T00:00:00.000Z', [broken])).rejects.toThrow('the step breaks');
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([]);
    expect(await pendingMigrations(db, [broken])).toEqual(['999-broken']);
  });
});

onEngine('sqlite', 'an SQLite file (the settings are its own)', (engine) => {
  it('is durable at each commit, keeps foreign keys and writes ahead', async () => {
    const { databaseUrl, dataFolder } = await engine.settings();
    const db = openTestDatabase(databaseUrl, dataFolder);
    const ask = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    const asked = await Promise.all(['journal_mode', 'synchronous', 'foreign_keys'].map(ask));
    await closeDatabase(db);
    expect(asked).toEqual(['wal', 2, 1]);
  });

  it('hides the values of parameters from the planner, which would else plan a join at each execution', async () => {
    const db = await engine.database();
    const join = db
      .selectFrom('unit')
      .innerJoin('unit_closure', 'unit_closure.unit_id', 'unit.id')
      .select('unit.name')
      .where('unit.id', '=', 'u')
      .limit(3);
    expect(join.compile().sql.match(/\S*\?/g)).toEqual(['+?', '+?']);
    expect((await planOf(db, join)).join()).toMatch(/SEARCH unit USING .*\(id=\?\)/);
  });

  it('prepares a statement once and forgets the one least used', async () => {
    const { databaseUrl } = await engine.settings();
    const raw = openSqliteFile(databaseUrl.replace('file:', ''));
    const cache = new CachingDatabase(raw);
    const first = cache.prepare('select 1');
    expect(cache.prepare('select 1')).toBe(first);
    for (let number = 0; number < 600; number += 1) cache.prepare(`select ${number} as n`);
    expect(cache.size).toBe(500);
    expect(cache.prepare('select 1')).not.toBe(first);
    cache.close();
  });
});
