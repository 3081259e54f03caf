import type { Act } from '../platform/act.ts';
import { insideTransaction } from './guard.ts';
import { isWorthRepeating } from './errors.ts';
import { bindRuntime, runtimeOf } from './runtime.ts';
import type { Db } from './schema/index.ts';

/** How often a write that lost against another is tried again. */
const MOST_TRIES = 6;

/**
 * Runs `work` in a transaction and hands it an act bound to it; joins the one already open.
 * Work is repeated whole when the engine says that it lost against another (40001, 40P01, SQLITE_BUSY),
 * so it holds database calls only.
 */
export async function inTransaction<T>(act: Act, work: (act: Act) => Promise<T>): Promise<T> {
  if (act.db.isTransaction) return work(act);
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(act, work);
    } catch (error) {
      if (tried >= MOST_TRIES || !isWorthRepeating(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** tried));
    }
  }
}

function once<T>(act: Act, work: (act: Act) => Promise<T>): Promise<T> {
  return act.db.transaction().execute((transaction) => {
    const db = transaction.withoutPlugins() as unknown as Db;
    bindRuntime(db, runtimeOf(act.db));
    return insideTransaction(() => work({ ...act, db }));
  });
}
