import type { Fact, FactKind } from '#lib/domain/facts/index.ts';
import type { Act } from '../platform/act.ts';
import type { Log } from '../platform/log.ts';
import type { SuiteName } from '../platform/suites.ts';
import type { CachingDatabase } from './dialects.ts';
import type { Db } from './schema/index.ts';

export type Engine = 'sqlite' | 'postgres';
export type Subscriber = (act: Act, fact: Fact) => Promise<void>;

/** What an open database carries with it for the life of the process. */
export interface Runtime {
  engine: Engine;
  /** Path of the SQLite file, or the PostgreSQL connection text. */
  location: string;
  /** The one connection of an SQLite file; null on PostgreSQL. */
  sqlite: CachingDatabase | null;
  /** PostgreSQL connection text for heavy reads; empty: the main one. */
  replica: string;
  /** Folder of database, files and the audit's head. */
  dataFolder: string;
  filesFolder: string;
  /** True under `npm run demo` only. */
  isDemo: boolean;
  /** Address in people's browsers, for links in letters; empty where it is not set. */
  origin: string;
  /** How letters leave; null where no mail is sent. */
  mail: { url: string; from: string } | null;
  /** The installation's master keys, 32 bytes each; the first writes, all read. Suites derive theirs from them. */
  keys: readonly Buffer[];
  /** Suite in which is written; either is read. */
  suite: SuiteName;
  log: Log;
  subscribers: Map<FactKind, Subscriber[]>;
  /** State of mechanisms (writer groups, worker pools, limits), made on first use. */
  handles: Map<symbol, unknown>;
  /** Run at close, last opened first. */
  closers: (() => Promise<void>)[];
  /** The database outside every transaction. */
  root: Db;
}

const runtimes = new WeakMap<object, Runtime>();

/** Binds a database or transaction object to its runtime. */
export function bindRuntime(db: Db, runtime: Runtime): void {
  runtimes.set(db, runtime);
}

/** Runtime of a database or transaction; throws when it was not opened by `openDatabase`. */
export function runtimeOf(db: Db): Runtime {
  const runtime = runtimes.get(db);
  if (!runtime) throw new Error('this database was not opened by openDatabase');
  return runtime;
}

/** The mechanism's state under `key`, made once per open database. */
export function handleOf<T>(db: Db, key: symbol, create: (runtime: Runtime) => T): T {
  const runtime = runtimeOf(db);
  if (!runtime.handles.has(key)) runtime.handles.set(key, create(runtime));
  return runtime.handles.get(key) as T;
}
