import type { CompiledQuery } from 'kysely';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Db, Tables } from '#lib/server/db/index.ts';

/** Remembers what it is asked and answers with the rows it was given. */
class RecordingDriver implements Driver {
  readonly asked: string[] = [];
  readonly #rows: unknown[];

  constructor(rows: unknown[]) {
    this.#rows = rows;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: async <R>({ sql }: CompiledQuery): Promise<QueryResult<R>> => {
        this.asked.push(readable(sql));
        return { rows: this.#rows as R[], numAffectedRows: 1n };
      },
      streamQuery: () => {
        throw new Error('snapshots do not stream');
      },
    };
  }

  async init(): Promise<void> {}
  async beginTransaction(): Promise<void> {}
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** Breaks before the clauses of a statement, so that a snapshot's difference shows the clause that changed. */
function readable(sql: string): string {
  const clause =
    /(?<!^) (?=(?:from|where|inner join|left join|group by|having|order by|limit|values|on conflict|union|set) )/g;
  return sql.replace(clause, '\n');
}

type Compilable = { compile(): CompiledQuery };

/**
 * SQL text that a query function sends on each engine, for `toMatchSnapshot`. `ask` calls the function under test
 * with a database that only records, and answers every statement with `rows` (one empty row unless told).
 */
export async function compiledOnBoth(
  ask: (db: Db) => Promise<unknown> | Compilable,
  rows: unknown[] = [{}],
): Promise<{ sqlite: string; postgres: string }> {
  return {
    sqlite: await recorded(ask, rows, (driver) => ({
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    })),
    postgres: await recorded(ask, rows, (driver) => ({
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    })),
  };
}

async function recorded(
  ask: (db: Db) => Promise<unknown> | Compilable,
  rows: unknown[],
  dialectOf: (driver: Driver) => Dialect,
): Promise<string> {
  const driver = new RecordingDriver(rows);
  const asked = ask(new Kysely<Tables>({ dialect: dialectOf(driver) }));
  if ('compile' in asked) return readable(asked.compile().sql);
  await asked;
  if (driver.asked.length === 0) throw new Error('no statement was sent');
  return driver.asked.join(';\n\n');
}
