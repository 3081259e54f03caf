import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** Rows of the unit with all that stands below it on the day or later. */
export function placesWithin(db: Db, asked: { unitId: string; day: Day }) {
  return db
    .selectFrom('unit_closure')
    .select(['unit_id', 'depth', 'valid_from', 'valid_to'])
    .where('ancestor_id', '=', asked.unitId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]))
    .orderBy('depth')
    .orderBy('unit_id');
}

/** Rows of the unit below others on the day or later, itself included, the nearest first. */
export function placesAbove(db: Db, asked: { unitId: string; day: Day }) {
  return db
    .selectFrom('unit_closure')
    .select(['ancestor_id', 'depth', 'valid_from', 'valid_to'])
    .where('unit_id', '=', asked.unitId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]))
    .orderBy('depth')
    .orderBy('valid_from');
}

/** Days on which units stand at all. */
export function ownDays(db: Db, unitIds: readonly string[]) {
  return db.selectFrom('unit').select(['id', 'valid_from', 'valid_to']).where('id', 'in', unitIds);
}

interface Leaving {
  unitIds: readonly string[];
  ancestorIds: readonly string[];
  day: Day;
}

/** Places below these ancestors that would begin on the day or later never were. */
export function dropPlaces(db: Db, { unitIds, ancestorIds, day }: Leaving) {
  return db
    .deleteFrom('unit_closure')
    .where('unit_id', 'in', unitIds)
    .where('ancestor_id', 'in', ancestorIds)
    .where('valid_from', '>=', day);
}

/** Places below these ancestors end with the day `last`. */
export function endPlaces(db: Db, { unitIds, ancestorIds, last }: Omit<Leaving, 'day'> & { last: Day }) {
  return db
    .updateTable('unit_closure')
    .set({ valid_to: last })
    .where('unit_id', 'in', unitIds)
    .where('ancestor_id', 'in', ancestorIds)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', last)]));
}

export function insertPlaces(db: Db, rows: readonly Insertable<Tables['unit_closure']>[]) {
  return db.insertInto('unit_closure').values(rows);
}

/** Hangs a unit below another if it still hangs where it was seen; numUpdatedRows is 0 when another was first. */
export function hangUnit(db: Db, asked: { unitId: string; was: string; parentId: string; order: number }) {
  return db
    .updateTable('unit')
    .set({ parent_id: asked.parentId, sort_order: asked.order })
    .where('id', '=', asked.unitId)
    .where('parent_id', '=', asked.was)
    .where('valid_to', 'is', null);
}

/** Moves of one tree go one after another: each writes the row of its top. */
export function touchUnit(db: Db, unitId: string) {
  return db
    .updateTable('unit')
    .set((unit) => ({ sort_order: unit.ref('sort_order') }))
    .where('id', '=', unitId);
}

/** Ends an open unit; numUpdatedRows is 0 when it is closed already. */
export function endUnit(db: Db, asked: { unitId: string; last: Day }) {
  return db
    .updateTable('unit')
    .set({ valid_to: asked.last })
    .where('id', '=', asked.unitId)
    .where('valid_to', 'is', null);
}

export function closePlaces(db: Db, asked: { unitId: string; last: Day }) {
  return db
    .updateTable('unit_closure')
    .set({ valid_to: asked.last })
    .where('unit_id', '=', asked.unitId)
    .where('valid_to', 'is', null);
}

/** Opens again a unit that ended on a day; numUpdatedRows is 0 when it did not. */
export function reopenUnitRow(db: Db, asked: { unitId: string; last: Day }) {
  return db
    .updateTable('unit')
    .set({ valid_to: null })
    .where('id', '=', asked.unitId)
    .where('valid_to', '=', asked.last);
}

export function reopenPlaces(db: Db, asked: { unitId: string; last: Day }) {
  return db
    .updateTable('unit_closure')
    .set({ valid_to: null })
    .where('unit_id', '=', asked.unitId)
    .where('valid_to', '=', asked.last);
}

export function insertFormerName(db: Db, row: Tables['unit_former_name']) {
  return db
    .insertInto('unit_former_name')
    .values(row)
    .onConflict((conflict) => conflict.columns(['unit_id', 'last_day']).doNothing());
}

/** Former names of a unit, the earliest first. */
export function formerNames(db: Db, unitId: string) {
  return db
    .selectFrom('unit_former_name')
    .select(['name', 'last_day'])
    .where('unit_id', '=', unitId)
    .orderBy('last_day');
}

export function insertChange(db: Db, row: Insertable<Tables['unit_change']>) {
  return db.insertInto('unit_change').values(row);
}

/** What was done to a unit, the latest first. */
export function changesOf(db: Db, unitId: string) {
  return db
    .selectFrom('unit_change')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50);
}

export function changeById(db: Db, id: string) {
  return db.selectFrom('unit_change').selectAll().where('id', '=', id);
}

/** Marks a change as taken back, once. */
export function undoChangeRow(db: Db, asked: { id: string; at: string }) {
  return db
    .updateTable('unit_change')
    .set({ undone_at: asked.at })
    .where('id', '=', asked.id)
    .where('undone_at', 'is', null);
}
