import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { vi } from 'vitest';
import { CachingDatabase } from '#lib/server/db/dialects.ts';
import { runtimeOf, type Db } from '#lib/server/db/index.ts';

interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** Selects and changes that `work` sends to either engine, each text once. */
export async function statementsOf(
  work: () => Promise<unknown>,
): Promise<{ compile(): CompiledQuery; sql: string }[]> {
  const asked = new Map<string, Statement>();
  const note = (sql: string, parameters: readonly unknown[]): void => {
    if (/^(select|with|insert|update|delete)\b/i.test(sql)) asked.set(sql, { sql, parameters });
  };
  const prepare = vi.spyOn(CachingDatabase.prototype, 'prepare');
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    for (const [text] of prepare.mock.calls)
      note(
        text,
        Array.from(text.matchAll(/\?/g), () => null),
      );
    for (const [text, values] of query.mock.calls as unknown as [unknown, unknown][]) {
      if (typeof text === 'string') note(text, Array.isArray(values) ? values : []);
    }
  } finally {
    prepare.mockRestore();
    query.mockRestore();
  }
  return [...asked.values()].map(({ sql, parameters }) => ({
    sql,
    compile: () => CompiledQuery.raw(sql, [...parameters]),
  }));
}

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

/**
 * Steps of a statement's plan that read a table or an index from one end to the other, and so grow with history; what
 * the statement itself makes, row by row, is no table.
 */
export function wholeReads(plan: readonly string[], { sql }: { sql: string }): string[] {
  const own = [...sql.matchAll(/"(\w+)"\("\w+"\) as \(|\) as "?(\w+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const ofValues = new RegExp(
    ['CONSTANT ROW', 'VALUES CLAUSE', ...['save', ...own].map((name) => `SCAN ${name}$`)].join('|'),
  );
  return plan.filter((step) => /\bSCAN\b|Seq Scan/.test(step) && !ofValues.test(step));
}
