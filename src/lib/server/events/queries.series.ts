import type { Day } from '#lib/domain/shared/time.ts';
import { unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertSeries(db: Db, row: Tables['event_series']) {
  return db.insertInto('event_series').values(row);
}

export function seriesById(db: Db, id: string) {
  return db.selectFrom('event_series').selectAll().where('id', '=', id);
}

/** Ends a series; numUpdatedRows is 0 for one that was ended before. */
export function closeSeriesRow(db: Db, asked: { id: string; at: string }) {
  return db
    .updateTable('event_series')
    .set({ closed_at: asked.at })
    .where('id', '=', asked.id)
    .where('closed_at', 'is', null);
}

/** Series of a plan year kept by units at or below some; all for null. */
export function seriesOf(
  db: Db,
  { unitIds, day, planYear }: { unitIds: readonly string[] | null; day: Day; planYear: number },
) {
  const found = db
    .selectFrom('event_series')
    .innerJoin('unit', 'unit.id', 'event_series.unit_id')
    .selectAll('event_series')
    .select('unit.name as unit_name')
    .where('event_series.plan_year', '=', planYear)
    .orderBy('event_series.created_at')
    .orderBy('event_series.id');
  return unitIds === null ? found : found.where('event_series.unit_id', 'in', unitsBelow(db, unitIds, day));
}

/** Events of these series, by day. */
export function meetingsOf(db: Db, seriesIds: readonly string[]) {
  return db
    .selectFrom('event')
    .select(['id', 'title', 'held_on', 'status', 'series_id'])
    .where('series_id', 'in', seriesIds)
    .orderBy('held_on')
    .orderBy('id');
}

/** What a person registered last, to begin the next from. */
export function lastRegisteredBy(db: Db, personId: string) {
  return db
    .selectFrom('event')
    .selectAll()
    .where('registered_by', '=', personId)
    .orderBy('registered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
}
