import type { Insertable } from 'kysely';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';
import { activePerson, activePost, classOn, postOn } from './queries.parts.ts';

export function insertBatch(db: Db, batch: Insertable<Tables['import_batch']>) {
  return db.insertInto('import_batch').values(batch);
}

export function insertRows(db: Db, rows: readonly Insertable<Tables['import_row']>[]) {
  return db.insertInto('import_row').values(rows);
}

export function batchById(db: Db, id: string) {
  return db.selectFrom('import_batch').selectAll().where('id', '=', id).where('kind', '=', 'people');
}

/** Batches that are not at rest: being applied, or done with announcements still owed. */
export function unfinished(db: Db) {
  return db
    .selectFrom('import_batch')
    .selectAll()
    .where('kind', '=', 'people')
    .where((or) =>
      or.or([or('state', '=', 'applying'), or.and([or('state', '=', 'done'), or('settled_at', 'is', null)])]),
    )
    .orderBy('staged_at');
}

/** Batches in a state since before a moment: previews nobody confirmed, half staged files. */
export function leftSince(db: Db, state: 'staging' | 'staged', before: Instant) {
  return db
    .selectFrom('import_batch')
    .select('id')
    .where('kind', '=', 'people')
    .where('state', '=', state)
    .where('staged_at', '<', before);
}

/** Moves a batch on; no row changes when it was not in the state expected. */
export function moveBatch(
  db: Db,
  asked: { id: string; from: string; to: string; set?: Partial<Tables['import_batch']> },
) {
  return db
    .updateTable('import_batch')
    .set({ ...asked.set, state: asked.to })
    .where('id', '=', asked.id)
    .where('state', '=', asked.from);
}

export function settleBatch(db: Db, id: string, now: Instant) {
  return db.updateTable('import_batch').set({ settled_at: now }).where('id', '=', id);
}

/** Rows of a batch that stand at one of these steps, in the order of the file. */
export function rowsAt(
  db: Db,
  asked: {
    batchId: string;
    steps: readonly string[];
    actions: readonly string[];
    after: number;
    limit: number;
  },
) {
  return db
    .selectFrom('import_row')
    .selectAll()
    .where('batch_id', '=', asked.batchId)
    .where('step', 'in', asked.steps)
    .where('action', 'in', asked.actions)
    .where('row_number', '>', asked.after)
    .orderBy('row_number')
    .limit(asked.limit);
}

/** Moves rows on; counts fewer where another process was faster. */
export function stepRows(
  db: Db,
  asked: { batchId: string; rows: readonly number[]; from: readonly string[]; to: string },
) {
  return db
    .updateTable('import_row')
    .set({ step: asked.to, ...(asked.to === 'settled' ? { payload_cipher: null } : {}) })
    .where('batch_id', '=', asked.batchId)
    .where('row_number', 'in', asked.rows)
    .where('step', 'in', asked.from);
}

export function deleteRows(db: Db, batchId: string) {
  return db.deleteFrom('import_row').where('batch_id', '=', batchId);
}

/** People whom these keys name, with the principal post of the day. Neither list may be empty; '' names nobody. */
export function knownByKeys(
  db: Db,
  asked: { identityHashes: readonly string[]; mobileHashes: readonly string[]; day: Day },
) {
  return db
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.is_principal', '=', 1)
        .on(postOn(asked.day))
        .on(activePost),
    )
    .select([
      'person.id',
      'person.name',
      'person.identity_hash',
      'person.mobile_hash',
      'person.entered_on',
      'person.political_status',
      'person.party_branch',
      'person.note',
      'post.id as post_id',
      'post.home_unit_id',
      'post.work_unit_id',
      'post.title',
      'post.level_code',
      'post.rank_code',
      'post.staff_kind',
      'post.status',
    ])
    .where(activePerson)
    .where((or) =>
      or.or([
        or('person.identity_hash', 'in', asked.identityHashes),
        or('person.mobile_hash', 'in', asked.mobileHashes),
      ]),
    );
}

export function classesHeld(db: Db, postIds: readonly string[], day: Day) {
  return db
    .selectFrom('post_class')
    .select(['post_id', 'class_code'])
    .where('post_id', 'in', postIds)
    .where(classOn(day));
}

export function postIdsOf(db: Db, batchId: string, limit: number) {
  return db.selectFrom('post').select(['id', 'person_id']).where('batch_id', '=', batchId).limit(limit);
}

export function deleteClassesOf(db: Db, postIds: readonly string[]) {
  return db.deleteFrom('post_class').where('post_id', 'in', postIds);
}

export function deletePosts(db: Db, postIds: readonly string[]) {
  return db.deleteFrom('post').where('id', 'in', postIds);
}

export function deletePersons(db: Db, personIds: readonly string[]) {
  return db.deleteFrom('person').where('id', 'in', personIds);
}
