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
 * Makes a database on the server, a copy of `template` where one is named; answers its name, which begins with the
 * template's. The copy is one of files: PostgreSQL's usual one writes every page to its log and takes about four times as long.
 */
export async function createDatabase(server: string, template?: string): Promise<string> {
  const name = `${template ?? 'xuefa_test'}_${randomBytes(6).toString('hex')}`;
  const copy = template ? ` template ${template} strategy file_copy` : '';
  await execute(server, `create database ${name}${copy}`);
  return name;
}

/**
 * A copy of the template that tests use one after another. Copying it for each of them takes PostgreSQL longer than
 * emptying its tables, and `truncate` makes new files for every table. One connection, which has planned every deletion,
 * empties them all. The copy goes with its template.
 */
export class ReusedDatabase {
  readonly url: string;
  readonly #client: pg.Client;

  private constructor(url: string, client: pg.Client) {
    this.url = url;
    this.#client = client;
  }

  static async copyOf(server: string, template: string): Promise<ReusedDatabase> {
    const url = urlOf(server, await createDatabase(server, template));
    const client = new pg.Client({ connectionString: url });
    // Whoever drops the template cuts this connection.
    client.on('error', () => undefined);
    await client.connect();
    const deletions = (await childrenFirst(client)).map((name) => `delete from "${name}";`).join(' ');
    const heading = 'create function pg_temp.empty_tables() returns void language plpgsql';
    await client.query(`${heading} as $$ begin ${deletions} end $$`);
    return new ReusedDatabase(url, client);
  }

  /** Empties every table but the list of migrations. */
  async empty(): Promise<void> {
    await this.#client.query('select pg_temp.empty_tables()');
  }
}

/** Names of the tables, each before those that it refers to. */
async function childrenFirst(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; parents: string[] }>(`
    select child.relname as name, array_remove(array_agg(parent.relname::text), null) as parents
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
  return parentsFirst.reverse();
}

/** Drops a template and every copy of it that is left, whoever is still connected. */
export async function dropTemplate(server: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const names = 'select datname from pg_database where starts_with(datname, $1)';
    const { rows } = await client.query<{ datname: string }>(names, [template]);
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  } finally {
    await client.end();
  }
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
