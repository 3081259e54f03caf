import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function fileById(db: Db, id: string) {
  return db.selectFrom('file').selectAll().where('id', '=', id);
}

/** The unit a file belongs to and all above, as the tree stands open, each with who sent the file. */
export function unitsOfFile(db: Db, id: string) {
  return db
    .selectFrom('file')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'file.unit_id')
    .select(['unit_closure.ancestor_id', 'file.uploaded_by'])
    .where('file.id', '=', id)
    .where('unit_closure.valid_to', 'is', null)
    .orderBy('unit_closure.depth');
}

export function insertFile(db: Db, row: Insertable<Tables['file']>) {
  return db.insertInto('file').values(row);
}

/** Digests of some files. */
export function digestsOf(db: Db, ids: readonly string[]) {
  return db.selectFrom('file').select('digest').distinct().where('id', 'in', ids);
}

export function deleteFiles(db: Db, ids: readonly string[]) {
  return db.deleteFrom('file').where('id', 'in', ids);
}

/** Any file that bears these bytes. */
export function bearerOf(db: Db, digest: string) {
  return db.selectFrom('file').select('id').where('digest', '=', digest).limit(1);
}
