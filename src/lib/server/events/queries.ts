import type { Insertable, Updateable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function insertEvent(db: Db, row: Insertable<Tables['event']>) {
  return db.insertInto('event').values(row);
}

export function insertHosts(db: Db, rows: readonly Tables['event_host'][]) {
  return db.insertInto('event_host').values(rows);
}

export function insertTags(db: Db, rows: readonly Tables['event_tag'][]) {
  return db.insertInto('event_tag').values(rows);
}

export function insertLaws(db: Db, rows: readonly Tables['event_law'][]) {
  return db.insertInto('event_law').values(rows);
}

/** Ties a stored file to an event; a file tied already stays so. */
export function insertEventFile(db: Db, row: Tables['event_file']) {
  return db
    .insertInto('event_file')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

export function eventById(db: Db, id: string) {
  return db.selectFrom('event').selectAll().where('id', '=', id);
}

/** Changes an event that is not verified yet; numUpdatedRows is 0 for one that is in none of `from`. */
export function moveEvent(
  db: Db,
  asked: { id: string; from: readonly string[]; change: Updateable<Tables['event']> },
) {
  return db
    .updateTable('event')
    .set(asked.change)
    .where('id', '=', asked.id)
    .where('status', 'in', asked.from);
}

/** Takes the turn of an event in one of some states: who moves it on waits. numUpdatedRows is 0 for one in another. */
export function keepEvent(db: Db, asked: { id: string; in: readonly string[] }) {
  return db
    .updateTable('event')
    .set((set) => ({ status: set.ref('event.status') }))
    .where('id', '=', asked.id)
    .where('status', 'in', asked.in);
}

export function removeHosts(db: Db, eventId: string) {
  return db.deleteFrom('event_host').where('event_id', '=', eventId);
}

export function removeTags(db: Db, eventId: string) {
  return db.deleteFrom('event_tag').where('event_id', '=', eventId);
}

export function removeLaws(db: Db, eventId: string) {
  return db.deleteFrom('event_law').where('event_id', '=', eventId);
}

export function hostsOf(db: Db, eventIds: readonly string[]) {
  return db
    .selectFrom('event_host')
    .innerJoin('unit', 'unit.id', 'event_host.unit_id')
    .select(['event_host.event_id', 'unit.id', 'unit.name'])
    .where('event_host.event_id', 'in', eventIds)
    .orderBy('unit.name');
}

export function tagsOf(db: Db, eventIds: readonly string[]) {
  return db
    .selectFrom('event_tag')
    .selectAll()
    .where('event_id', 'in', eventIds)
    .orderBy('kind')
    .orderBy('tag');
}

export function lawsOf(db: Db, eventId: string) {
  return db
    .selectFrom('event_law')
    .select('statute_title')
    .where('event_id', '=', eventId)
    .orderBy('statute_title');
}

export function filesOf(db: Db, eventId: string) {
  return db
    .selectFrom('event_file')
    .innerJoin('file', 'file.id', 'event_file.file_id')
    .select(['file.id', 'file.name', 'file.kind', 'file.bytes', 'file.uploaded_at'])
    .where('event_file.event_id', '=', eventId)
    .orderBy('file.uploaded_at');
}
