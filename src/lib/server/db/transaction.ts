import type { Transaction } from 'kysely';
import type { Act } from '../platform/act.ts';
import { insideTransaction } from './guard.ts';
import { isWorthRepeating } from './errors.ts';
import { bindRuntime, runtimeOf } from './runtime.ts';
import type { Db, Tables } from './schema/index.ts';

/** How often a write that lost against another is tried again. */
const MOST_TRIES = 6;

/**
 * Runs `work` in a transaction and hands it an act bound to it; joins the one already open.
 * Work is repeated whole when the engine says that it lost against another (40001, 40P01, SQLITE_BUSY),
 * so it holds database calls only.
 */
export async function inTransaction<T>(act: Act, work: (act: Act) => Promise<T>): Promise<T> {
  if (act.db.isTransaction) return work(act);
  return repeated(() => committed(act.db.transaction(), act.db, (db) => work({ ...act, db })));
}

/** What is to happen once a transaction holds, by its database. */
const afterwards = new WeakMap<Db, (() => void)[]>();

/** Does something once the act's transaction is committed, and never where it is rolled back; at once outside of one. */
export function afterCommit(db: Db, work: () => void): void {
  const later = afterwards.get(db);
  if (later) later.push(work);
  else work();
}

async function committed<T>(
  transaction: ReturnType<Db['transaction']>,
  origin: Db,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const later: (() => void)[] = [];
  const result = await transaction.execute((open) => {
    const db = bound(open, origin);
    afterwards.set(db, later);
    return insideTransaction(() => work(db));
  });
  for (const next of later) next();
  return result;
}

/**
 * Runs a conditional write so that what it saw still holds when it writes: where a row that it writes was changed by
 * another since, it is repeated whole and looks again. On SQLite a single statement is so by itself; on PostgreSQL
 * only at `repeatable read`, since otherwise a statement that waited for a row goes on with what it saw before.
 */
export async function asOfOneMoment<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (runtimeOf(db).engine === 'sqlite') return work(db);
  return repeated(() => committed(db.transaction().setIsolationLevel('repeatable read'), db, work));
}

function bound(transaction: Transaction<Tables>, origin: Db): Db {
  const db = transaction.withoutPlugins() as unknown as Db;
  bindRuntime(db, runtimeOf(origin));
  return db;
}

async function repeated<T>(once: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once();
    } catch (error) {
      if (tried >= MOST_TRIES || !isWorthRepeating(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** tried));
    }
  }
}
