import { CompiledQuery, type CompiledQuery as Compiled } from 'kysely';
import { refuseInsideTransaction } from './guard.ts';
import { handleOf, runtimeOf } from './runtime.ts';
import type { Db } from './schema/index.ts';

/**
 * A query function whose text depends on the shape of its arguments alone: it may hand them to the builder, never look
 * at them or compute with them.
 */
type Query<Args extends unknown[], Row> = (db: Db, ...args: Args) => { compile(): Compiled<Row> };

/** Stands for an argument while a statement is built for the first time. */
class Slot {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError('a query of fixed text may not compute with its arguments');
  }
}

type Statements = Map<unknown, Map<string, Compiled>>;
const FIXED = Symbol('statements of fixed text');

/**
 * Rows of a query of fixed text: built and compiled once per shape of its arguments and process, not per call. Where
 * SQLite has no transaction open, it is asked at once, without a turn in the connection's queue.
 */
export async function askFixed<Args extends unknown[], Row>(
  db: Db,
  query: Query<Args, Row>,
  ...args: Args
): Promise<Row[]> {
  const compiled = compiledOf(db, query, args);
  const sqlite = freeSqlite(db);
  if (sqlite) return sqlite.prepare(compiled.sql).all(compiled.parameters) as Row[];
  return (await db.executeQuery<Row>(compiled)).rows;
}

/** Runs a change of fixed text, as `askFixed` does; answers how many rows it inserted, updated or deleted. */
export async function writeFixed<Args extends unknown[]>(
  db: Db,
  query: Query<Args, unknown>,
  ...args: Args
): Promise<number> {
  const compiled = compiledOf(db, query, args);
  const sqlite = freeSqlite(db);
  if (sqlite) return Number(sqlite.prepare(compiled.sql).run(compiled.parameters).changes);
  return Number((await db.executeQuery(compiled)).numAffectedRows ?? 0n);
}

/** The SQLite connection when the query stands alone and no transaction is open on it, else null. */
function freeSqlite(db: Db) {
  if (db.isTransaction) return null;
  refuseInsideTransaction();
  const { sqlite } = runtimeOf(db);
  return sqlite?.isFree ? sqlite : null;
}

function compiledOf<Args extends unknown[], Row>(db: Db, query: Query<Args, Row>, args: Args): Compiled {
  const statements: Statements = handleOf(db, FIXED, () => new Map());
  let shapes = statements.get(query);
  if (!shapes) statements.set(query, (shapes = new Map()));
  const leaves: unknown[] = [];
  const shape = args.map((arg) => shapeOf(arg, leaves)).join();
  let built = shapes.get(shape);
  if (!built) shapes.set(shape, (built = build(runtimeOf(db).root.withoutPlugins(), query, args)));
  const parameters = built.parameters.map((one) => (one instanceof Slot ? leaves[one.index] : one));
  return { ...built, parameters };
}

/** What of an argument decides the text: lengths of lists, names of fields, switches. Its values go to `leaves`. */
function shapeOf(value: unknown, leaves: unknown[]): string {
  if (Array.isArray(value)) {
    let shape = '';
    for (const one of value) shape = shapeOf(one, leaves);
    return `${value.length}[${shape}]`;
  }
  if (typeof value === 'boolean' || value === undefined) return String(value);
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([name, field]) => `${name}:${shapeOf(field, leaves)}`)}}`;
  }
  leaves.push(value);
  return '';
}

function build<Args extends unknown[]>(db: Db, query: Query<Args, unknown>, args: Args): Compiled {
  let count = 0;
  const slots = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(slots);
    if (typeof value === 'boolean' || value === undefined) return value;
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, slots(field)]));
    }
    count += 1;
    return new Slot(count - 1);
  };
  const { sql, parameters } = query(db, ...(args.map(slots) as Args)).compile();
  return CompiledQuery.raw(sql, [...parameters]);
}
