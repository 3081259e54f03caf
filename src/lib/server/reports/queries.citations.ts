import type { Db } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/reports/figure.ts';
import type { Rows } from './queries.figure.ts';

/** Hosts and plan year of an event. */
export function placeOfEvent(db: Db, eventId: string) {
  return db
    .selectFrom('event')
    .innerJoin('event_host', 'event_host.event_id', 'event.id')
    .where('event.id', '=', eventId)
    .select(['event.plan_year', 'event_host.unit_id'])
    .orderBy('event_host.unit_id');
}

/** Keys of the figures in whose rows the event counts. */
export async function figuresWith(
  db: Db,
  asked: { eventId: string; figures: readonly { key: string; scope: FigureScope }[] },
): Promise<string[]> {
  const found: string[] = [];
  for (const { key, scope } of asked.figures) {
    const { population } = (await import(`./queries.${key}.ts`)) as {
      population(db: Db, scope: FigureScope): Rows;
    };
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
