import { CompiledQuery } from 'kysely';
import { runtimeOf, type Db } from '#lib/server/db/index.ts';

/**
 * How the engine would carry a query out, a line a step. On PostgreSQL reading a table whole is forbidden first, since
 * it does so with any small table: what is read whole nevertheless has no index that fits.
 */
export async function planOf(db: Db, query: { compile(): CompiledQuery }): Promise<string[]> {
  const { sql, parameters } = query.compile();
  if (runtimeOf(db).engine === 'sqlite') {
    const asked = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.executeQuery<{ detail: string }>(asked);
    return rows.map((row) => row.detail);
  }
  return db.transaction().execute(async (transaction) => {
    await transaction.executeQuery(CompiledQuery.raw('set local enable_seqscan = off'));
    const asked = CompiledQuery.raw(`explain ${sql}`, [...parameters]);
    const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': string }>(asked);
    return rows.map((row) => row['QUERY PLAN']);
  });
}

/** Steps of a plan that read a table or an index from one end to the other, and so grow with history. */
export function wholeReads(plan: readonly string[]): string[] {
  const ofValues = /CONSTANT ROW|SCAN save|CTE Scan|Function Scan/;
  return plan.filter((step) => /\bSCAN\b|Seq Scan/.test(step) && !ofValues.test(step));
}
