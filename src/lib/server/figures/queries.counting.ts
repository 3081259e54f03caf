import type { FigureScope } from '#lib/domain/figures/figure.ts';
import type { Db } from '../db/index.ts';
import type { FigureModule, Rows } from './queries.figure.ts';

/** Keys of the figures in whose rows the event counts. */
export async function figuresWith(
  db: Db,
  asked: { eventId: string; figures: readonly { key: string; scope: FigureScope }[] },
): Promise<string[]> {
  const found: string[] = [];
  for (const { key, scope } of asked.figures) {
    const { population } = (await import(`./queries.${key}.ts`)) as FigureModule;
    const row = await rowOf(db, population(db, scope), asked.eventId).executeTakeFirst();
    if (row) found.push(key);
  }
  return found;
}

/** The row of a figure that is an event and counts. */
export function rowOf(db: Db, rows: Rows, eventId: string) {
  return db
    .selectFrom(rows.as('row'))
    .where('row.id', '=', eventId)
    .where('row.counted', '=', 1)
    .select('row.id')
    .limit(1);
}
