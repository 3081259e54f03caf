import type { Insertable } from 'kysely';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import { activePerson, activePost, postOn, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertImport(db: Db, row: Insertable<Tables['outside_import']>) {
  return db.insertInto('outside_import').values(row);
}

/** An import with the state of its batch. */
export function importById(db: Db, id: string) {
  return db
    .selectFrom('outside_import')
    .innerJoin('import_batch', 'import_batch.id', 'outside_import.id')
    .selectAll('outside_import')
    .select(['import_batch.state', 'import_batch.file_name', 'import_batch.file_sha256'])
    .select(['import_batch.total', 'import_batch.changed', 'import_batch.unchanged'])
    .select(['import_batch.done_at', 'import_batch.settled_at'])
    .where('outside_import.id', '=', id);
}

/** Notes where the original lies and which doubtful rows are written nevertheless. */
export function keepChoice(db: Db, asked: { id: string; fileDigest: string; taken: string }) {
  return db
    .updateTable('outside_import')
    .set({ file_digest: asked.fileDigest, taken: asked.taken })
    .where('id', '=', asked.id);
}

/** Imports that were given up with the original still on the shelf. */
export function abandonedFiles(db: Db) {
  return db
    .selectFrom('outside_import')
    .innerJoin('import_batch', 'import_batch.id', 'outside_import.id')
    .select(['outside_import.id', 'outside_import.file_digest'])
    .where('outside_import.file_digest', 'is not', null)
    .where('import_batch.state', '=', 'withdrawn');
}

export function forgetFile(db: Db, id: string) {
  return db.updateTable('outside_import').set({ file_digest: null }).where('id', '=', id);
}

export function insertRecords(db: Db, rows: readonly Insertable<Tables['outside_record']>[]) {
  return db.insertInto('outside_record').values(rows);
}

/** Records by their ids, in the order of the file. */
export function recordsById(db: Db, ids: readonly string[]) {
  return db.selectFrom('outside_record').selectAll().where('id', 'in', ids).orderBy('row_number');
}

/** The next records of an import. */
export function recordIds(db: Db, asked: { importId: string; limit: number }) {
  return db
    .selectFrom('outside_record')
    .select('id')
    .where('import_id', '=', asked.importId)
    .orderBy('row_number')
    .limit(asked.limit);
}

export function deleteRecords(db: Db, ids: readonly string[]) {
  return db.deleteFrom('outside_record').where('id', 'in', ids);
}

/** Of these people those whose record goes on and whose principal post of the day lies within some units. */
export function stillWithin(
  db: Db,
  asked: { personIds: readonly string[]; unitIds: readonly string[] | null; day: Day },
) {
  const found = db
    .selectFrom('person')
    .innerJoin('post', 'post.person_id', 'person.id')
    .select('person.id')
    .distinct()
    .where('person.id', 'in', asked.personIds)
    .where('person.merged_into', 'is', null)
    .where(activePerson)
    .where('post.is_principal', '=', 1)
    .where(postOn(asked.day))
    .where(activePost);
  if (asked.unitIds === null) return found;
  const below = unitsBelow(db, asked.unitIds, asked.day);
  return found.where((or) =>
    or.or([or('post.home_unit_id', 'in', below), or('post.work_unit_id', 'in', below)]),
  );
}

/** Takes the whole import back; numUpdatedRows is 0 for one that is taken back already. */
export function markImportReturned(db: Db, asked: { id: string; by: string; at: Instant; reason: string }) {
  return db
    .updateTable('outside_import')
    .set({ returned_at: asked.at, returned_by: asked.by, returned_reason: asked.reason })
    .where('id', '=', asked.id)
    .where('returned_at', 'is', null);
}

/** Imports whose entries are still to be taken back. */
export function openReturns(db: Db) {
  return db
    .selectFrom('outside_import')
    .select(['id', 'returned_reason'])
    .where('returned_at', 'is not', null)
    .where('return_done_at', 'is', null)
    .orderBy('returned_at');
}

/** The next records of an import that stand. */
export function standingRecords(db: Db, asked: { importId: string; limit: number }) {
  return db
    .selectFrom('outside_record')
    .selectAll()
    .where('import_id', '=', asked.importId)
    .where('returned', '=', '')
    .orderBy('row_number')
    .limit(asked.limit);
}

/** A record stands no longer, and its mark is free; numUpdatedRows is 0 where it had been taken back before. */
export function markReturned(db: Db, asked: { id: string; at: Instant; reason: string }) {
  return db
    .updateTable('outside_record')
    .set({ returned: asked.id, returned_at: asked.at, returned_reason: asked.reason })
    .where('id', '=', asked.id)
    .where('returned', '=', '');
}

export function endReturn(db: Db, id: string, at: Instant) {
  return db.updateTable('outside_import').set({ return_done_at: at }).where('id', '=', id);
}

/** A standing record of somebody in an import. */
export function recordOfPerson(db: Db, asked: { importId: string; personId: string }) {
  return db
    .selectFrom('outside_record')
    .select('id')
    .where('import_id', '=', asked.importId)
    .where('person_id', '=', asked.personId)
    .where('returned', '=', '')
    .limit(1);
}
