import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Log } from '../platform/log.ts';
import type { SuiteName } from '../platform/suites.ts';
import { CachingDatabase, makeDurable, openSqliteFile, postgresDialect, sqliteDialect } from './dialects.ts';
import { TransactionGuard } from './guard.ts';
import { bindRuntime, runtimeOf, type Engine, type Runtime } from './runtime.ts';
import type { Db, Tables } from './schema/index.ts';

export interface OpenOptions {
  /** Empty or `file:…` for SQLite, `postgres://…` for PostgreSQL. */
  databaseUrl: string;
  /** PostgreSQL only: where heavy reads go. */
  replicaUrl?: string;
  dataFolder: string;
  /** Under `npm run demo`; off unless said. */
  isDemo?: boolean;
  /** SQLite only: writes without waiting for the disk; all of it is durable once the database is closed. */
  isHasty?: boolean;
  origin?: string;
  /** No mail is sent unless said how. */
  mail?: Runtime['mail'];
  /** Master keys; the first writes. */
  keys: readonly Buffer[];
  /** `a1` unless said. */
  suite?: SuiteName;
  log: Log;
}

/** Engine that a `DATABASE_URL` names. */
export function engineOf(databaseUrl: string): Engine {
  return /^postgres(ql)?:\/\//.test(databaseUrl) ? 'postgres' : 'sqlite';
}

/** Path of the SQLite file of these settings. */
export function databaseFileOf(options: Pick<OpenOptions, 'databaseUrl' | 'dataFolder'>): string {
  const named = options.databaseUrl.replace(/^file:/, '');
  return resolve(named === '' ? join(options.dataFolder, 'xuefa.db') : named);
}

/** Opens the installation's database for the process. Nothing is migrated here. Close with `closeDatabase`. */
export function openDatabase(options: OpenOptions): Db {
  return engineOf(options.databaseUrl) === 'postgres' ? openPostgres(options) : openSqlite(options);
}

function openSqlite(options: OpenOptions): Db {
  const file = databaseFileOf(options);
  mkdirSync(dirname(file), { recursive: true });
  const { isHasty = false } = options;
  const raw = openSqliteFile(file, { isHasty });
  const sqlite = new CachingDatabase(raw);
  const db: Db = new Kysely<Tables>({ dialect: sqliteDialect(sqlite), plugins: [new TransactionGuard()] });
  bind(db, options, { engine: 'sqlite', location: file, sqlite });
  if (isHasty) runtimeOf(db).closers.push(async () => makeDurable(raw));
  return db;
}

function openPostgres(options: OpenOptions): Db {
  const { databaseUrl: url, log } = options;
  const dialect = postgresDialect({
    url,
    onIdleFailure: (error) => log.error({ error: error.message }, 'an idle PostgreSQL connection failed'),
  });
  const db: Db = new Kysely<Tables>({ dialect, plugins: [new TransactionGuard()] });
  bind(db, options, { engine: 'postgres', location: url, sqlite: null });
  return db;
}

function bind(db: Db, options: OpenOptions, opened: Pick<Runtime, 'engine' | 'location' | 'sqlite'>): void {
  const runtime: Runtime = {
    ...opened,
    replica: options.replicaUrl ?? '',
    dataFolder: resolve(options.dataFolder),
    filesFolder: join(resolve(options.dataFolder), 'files'),
    isDemo: options.isDemo ?? false,
    origin: options.origin ?? '',
    mail: options.mail ?? null,
    keys: options.keys,
    suite: options.suite ?? 'a1',
    log: options.log,
    subscribers: new Map(),
    handles: new Map(),
    closers: [],
    root: db,
  };
  bindRuntime(db, runtime);
}

/** What a thread of its own needs to read the database; plain data. */
export interface ReadingPlace {
  engine: Engine;
  location: string;
  keys: readonly Uint8Array[];
  suite: SuiteName;
}

/** Where a thread of this database reads, with the keys for hashes and ciphers. */
export function readingPlaceOf(db: Db): ReadingPlace {
  const { engine, location, replica, keys, suite } = runtimeOf(db);
  const place = engine === 'postgres' && replica !== '' ? replica : location;
  return { engine, location: place, keys, suite };
}

/** A reading thread answers to the server, which logs. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Log;

/** Opens a connection for reading in a thread of its own; it writes nothing and listens to nothing. */
export function openForReading({ engine, location, keys, suite }: ReadingPlace): Db {
  const sqlite =
    engine === 'sqlite' ? new CachingDatabase(openSqliteFile(location, { readOnly: true })) : null;
  const dialect = sqlite ? sqliteDialect(sqlite) : postgresDialect({ url: location, most: 1 });
  const db: Db = new Kysely<Tables>({ dialect });
  bind(
    db,
    { databaseUrl: '', dataFolder: '', keys: keys.map((key) => Buffer.from(key)), suite, log: silent },
    { engine, location, sqlite },
  );
  return db;
}

/** Ends the mechanisms that were started over this database, then closes it. */
export async function closeDatabase(db: Db): Promise<void> {
  for (const close of runtimeOf(db).closers.reverse()) await close();
  await db.destroy();
}
