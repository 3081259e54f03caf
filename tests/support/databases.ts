import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import pg from 'pg';
import { closeDatabase, migrate, openDatabase, type Db } from '#lib/server/db/index.ts';
import { createLog } from '#lib/server/platform/log.ts';

/** Master key of every test's installation. */
export const testKey = Buffer.alloc(32, 7);

const migratedAt = '2026-01-01T00:00:00.000Z';

/** Opens a test's database with the test's key and a silent log; in haste to fill one whose loss hurts nobody. */
export function openTestDatabase(databaseUrl: string, dataFolder: string, { isHasty = false } = {}): Db {
  return openDatabase({ databaseUrl, dataFolder, isHasty, keys: [testKey], log: createLog('silent') });
}

/** Makes a migrated SQLite file at `file`. */
export async function migrateFile(file: string): Promise<void> {
  await migrated(openTestDatabase(`file:${file}`, dirname(file)));
}

async function migrated(db: Db): Promise<void> {
  try {
    await migrate(db, migratedAt);
  } finally {
    await closeDatabase(db);
  }
}

/** Makes a migrated database on the server and answers its name; `createDatabase` copies it. */
export async function createTemplate(server: string): Promise<string> {
  const name = await createDatabase(server);
  await migrated(openTestDatabase(urlOf(server, name), tmpdir()));
  return name;
}

/**
 * Makes a database on the server, a copy of `template` where one is named; answers its name. The copy is one of
 * files: PostgreSQL's usual one writes every page to its log and takes about four times as long.
 */
export async function createDatabase(server: string, template?: string): Promise<string> {
  const name = `xuefa_test_${randomBytes(6).toString('hex')}`;
  const copy = template ? ` template ${template} strategy file_copy` : '';
  await execute(server, `create database ${name}${copy}`);
  return name;
}

/**
 * Empties every table of a migrated database but the list of its migrations. Copying the template for each test
 * takes PostgreSQL longer, and `truncate` makes new files for every table. A table that no row was ever written to
 * has no pages and is left alone: most tests touch few of the tables.
 */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await childrenFirst(client);
    if (tables.length > 0) await client.query(tables.map((name) => `delete from "${name}";`).join(' '));
  } finally {
    await client.end();
  }
}

/** Names of the tables that have pages, each before those that it refers to. */
async function childrenFirst(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; isWritten: boolean; parents: string[] }>(`
    select child.relname as name, pg_relation_size(child.oid) > 0 as "isWritten",
      array_remove(array_agg(parent.relname::text), null) as parents
    from pg_class as child
    left join pg_constraint as tie on tie.conrelid = child.oid and tie.contype = 'f' and tie.confrelid <> child.oid
    left join pg_class as parent on parent.oid = tie.confrelid
    where child.relkind = 'r' and child.relnamespace = 'public'::regnamespace and child.relname <> 'migration'
    group by child.oid, child.relname`);
  const parentsOf = new Map(tables.map(({ name, parents }) => [name, parents]));
  const seen = new Set<string>();
  const parentsFirst: string[] = [];
  const walk = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    parentsOf.get(name)?.forEach(walk);
    parentsFirst.push(name);
  };
  tables.forEach(({ name }) => walk(name));
  const written = new Set(tables.filter(({ isWritten }) => isWritten).map(({ name }) => name));
  return parentsFirst.filter((name) => written.has(name)).reverse();
}

/** Drops a database, whoever is still connected. */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await execute(server, `drop database if exists ${name} with (force)`);
}

/** Connection text of another database on the same server. */
export function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
