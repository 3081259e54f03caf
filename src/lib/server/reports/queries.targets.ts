import type { Db } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/reports/figure.ts';
import type { Rows } from './queries.figure.ts';

/** How many rows several figures of events have, by their keys; runs away from the answering thread. */
export async function heldByFigure(
  db: Db,
  { scope, keys }: { scope: FigureScope; keys: readonly string[] },
): Promise<Record<string, number>> {
  const held: Record<string, number> = {};
  for (const key of keys) {
    const { population } = (await import(`./queries.${key}.ts`)) as {
      population(db: Db, scope: FigureScope): Rows;
    };
    held[key] = Number((await countOf(db, population(db, scope)).executeTakeFirstOrThrow()).held);
  }
  return held;
}

export function countOf(db: Db, rows: Rows) {
  return db.selectFrom(rows.as('row')).select((of) => of.fn.countAll<number>().as('held'));
}
