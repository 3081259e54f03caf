import { inTransaction, type Db } from '../db/index.ts';
import type { Act } from './act.ts';
import { overChunks } from './chunks.ts';

/** So many people are seen to between two looks whether the server is to end. */
const BLOCK = 1_000;

/** A row of what is owed to many people; it notes the last of those who have had it. */
export interface OwedRow {
  id: string;
  done_to: string;
}

/** Whom a row concerns, and what is done for some of them in the transaction that notes it; it may be repeated. */
export interface Due {
  personIds: readonly string[];
  pay(act: Act, personIds: readonly string[]): Promise<void>;
}

/** What a room does about the rows that it owes. */
export interface Debt<Row extends OwedRow> {
  dueBy(row: Row): Promise<Due>;
  setDoneTo(db: Db, key: { id: string; doneTo: string }): { execute(): Promise<unknown> };
  drop(db: Db, id: string): { execute(): Promise<unknown> };
  stopping?: AbortSignal | undefined;
  block?: number | undefined;
}

/**
 * Pays what is owed row by row, each in portions in the order of the people's ids; each portion notes how far it came,
 * so that another goes on there after a crash. Ends between two blocks when the server is asked to end. Answers how
 * many rows are done.
 */
export async function payOwed<Row extends OwedRow>(
  act: Act,
  rows: readonly Row[],
  { dueBy, setDoneTo, drop, stopping, block = BLOCK }: Debt<Row>,
): Promise<number> {
  let done = 0;
  for (const row of rows) {
    const { personIds, pay } = await dueBy(row);
    const left = personIds.filter((id) => id > row.done_to).sort();
    for (let at = 0; at < left.length; at += block) {
      if (stopping?.aborted) return done;
      await overChunks(act, left.slice(at, at + block), async (own, some) => {
        await pay(own, some);
        await setDoneTo(own.db, { id: row.id, doneTo: some.at(-1) ?? row.done_to }).execute();
      });
    }
    await inTransaction(act, (own) => drop(own.db, row.id).execute());
    done += 1;
  }
  return done;
}
