import SqliteFile from 'better-sqlite3';
import {
  PostgresDialect,
  SqliteDialect,
  SqliteQueryCompiler,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import type { CustomTypesConfig } from 'pg';

export interface SqliteOptions {
  readOnly?: boolean;
  /** Loss of power may take what was written last: only for a file that is being filled and begun anew if need be. */
  isHasty?: boolean;
}

/** Pages of the log after which a file that is being filled takes them over: the same pages are written often then. */
const HASTY_PAGES = 20_000;

/** Distinct statements kept; lists of varying length would otherwise grow it without bound. */
const MOST_STATEMENTS = 500;

/** Opens an SQLite file as the installation needs it: WAL, foreign keys, durable at each commit unless told. */
export function openSqliteFile(
  file: string,
  { readOnly = false, isHasty = false }: SqliteOptions = {},
): SqliteFile.Database {
  const raw = new SqliteFile(file, { readonly: readOnly, fileMustExist: readOnly });
  raw.pragma('busy_timeout = 5000');
  raw.pragma('foreign_keys = on');
  if (!readOnly) {
    raw.pragma('journal_mode = wal');
    raw.pragma(`synchronous = ${isHasty ? 'off' : 'full'}`);
    if (isHasty) raw.pragma(`wal_autocheckpoint = ${HASTY_PAGES}`);
  }
  raw.pragma('cache_size = -65536');
  return raw;
}

/** Brings to the disk what was written in haste. */
export function makeDurable(raw: SqliteFile.Database): void {
  raw.pragma('synchronous = full');
  raw.pragma('wal_checkpoint(truncate)');
}

/** Kysely prepares each statement anew; this hands it the one prepared before (least recently used goes first). */
export class CachingDatabase implements SqliteDatabase {
  readonly #raw: SqliteFile.Database;
  readonly #statements = new Map<string, SqliteFile.Statement>();

  constructor(raw: SqliteFile.Database) {
    this.#raw = raw;
  }

  /** False while a transaction is open, whose inside is nobody else's business. */
  get isFree(): boolean {
    return !this.#raw.inTransaction;
  }

  get size(): number {
    return this.#statements.size;
  }

  prepare(text: string): SqliteFile.Statement & SqliteStatement {
    const known = this.#statements.get(text);
    if (known) {
      this.#statements.delete(text);
      this.#statements.set(text, known);
      return known as SqliteFile.Statement & SqliteStatement;
    }
    const statement = this.#raw.prepare(text);
    this.#statements.set(text, statement);
    if (this.#statements.size > MOST_STATEMENTS) {
      const oldest = this.#statements.keys().next().value;
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return statement as SqliteFile.Statement & SqliteStatement;
  }

  close(): void {
    this.#statements.clear();
    this.#raw.close();
  }
}

/**
 * Writes a parameter as `+?`. A bare `?` compared with a column of a join, or set as a limit, makes SQLite (3.54 with
 * STAT4) look at the value while planning, and so plan the prepared statement anew at every execution, which costs five
 * to ten times the look-up itself. The plus changes neither the value nor the use of an index.
 */
class SteadyCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?';
  }
}

class SteadyDialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new SteadyCompiler();
  }
}

export function sqliteDialect(database: CachingDatabase): SqliteDialect {
  return new SteadyDialect({ database });
}

export interface PoolOptions {
  url: string;
  /** Connections at a time; 10 unless said. */
  most?: number;
  /** Hears of a connection that failed while nobody used it. */
  onIdleFailure?(error: Error): void;
}

/**
 * A pool of connections to PostgreSQL, opened with the first statement: threads and installations on SQLite never load
 * its client. Its parsers are its own, so that no other user of `pg` in the process is changed.
 */
export function postgresDialect({ url, most = 10, onIdleFailure }: PoolOptions): PostgresDialect {
  return new PostgresDialect({
    pool: async () => {
      const { default: pg } = await import('pg');
      /** Counts (int8) and sums (numeric) arrive as numbers; all stored figures are far below 2^53. */
      const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
      const types = {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          numbers.has(oid) ? Number : pg.types.getTypeParser(oid, format as 'text'),
      } as CustomTypesConfig;
      const pool = new pg.Pool({ connectionString: url, max: most, types });
      if (onIdleFailure) pool.on('error', onIdleFailure);
      return pool;
    },
  });
}
