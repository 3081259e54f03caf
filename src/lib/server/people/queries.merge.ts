import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { activePerson, type Db, type Tables } from '../db/index.ts';

/** Others of the same name who are not merged, with the last post of each; at most twenty. */
export function namesakes(db: Db, asked: { personId: string; name: string }) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'identity_last4', 'mobile_last4'])
    .where('name', '=', asked.name)
    .where('id', '!=', asked.personId)
    .where('merged_into', 'is', null)
    .where(activePerson)
    .orderBy('id')
    .limit(20);
}

/** The latest principal post of a person, whether or not it is over. */
export function lastPrincipal(db: Db, personId: string) {
  return db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .select(['post.id', 'post.home_unit_id', 'post.valid_from', 'post.valid_to', 'unit.name as unit_name'])
    .where('person_id', '=', personId)
    .where('is_principal', '=', 1)
    .orderBy('post.valid_from', 'desc')
    .limit(1);
}

/** Posts of a person that hold on a day or later. */
export function postsFrom(db: Db, asked: { personId: string; day: Day }) {
  return db
    .selectFrom('post')
    .selectAll()
    .where('person_id', '=', asked.personId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]))
    .orderBy('valid_from');
}

/** Marks a record as gone into another, once. */
export function markMerged(db: Db, asked: { goneId: string; keptId: string }) {
  return db
    .updateTable('person')
    .set({ merged_into: asked.keptId })
    .where('id', '=', asked.goneId)
    .where('merged_into', 'is', null);
}

export function unmarkMerged(db: Db, asked: { goneId: string; keptId: string }) {
  return db
    .updateTable('person')
    .set({ merged_into: null })
    .where('id', '=', asked.goneId)
    .where('merged_into', '=', asked.keptId);
}

export function insertMerge(db: Db, row: Insertable<Tables['person_merge']>) {
  return db.insertInto('person_merge').values(row);
}

export function mergeById(db: Db, id: string) {
  return db.selectFrom('person_merge').selectAll().where('id', '=', id);
}

/** Merges of which a person is one side, the latest first, with both names. */
export function mergesOf(db: Db, personId: string) {
  return db
    .selectFrom('person_merge')
    .innerJoin('person as gone', 'gone.id', 'person_merge.gone_id')
    .innerJoin('person as kept', 'kept.id', 'person_merge.kept_id')
    .selectAll('person_merge')
    .select(['gone.name as gone_name', 'kept.name as kept_name'])
    .where((or) => or.or([or('kept_id', '=', personId), or('gone_id', '=', personId)]))
    .orderBy('made_at', 'desc');
}

/** Takes a merge back, once. */
export function undoMerge(db: Db, asked: { id: string; at: string; by: string; reason: string }) {
  return db
    .updateTable('person_merge')
    .set({ undone_at: asked.at, undone_by: asked.by, undone_reason: asked.reason })
    .where('id', '=', asked.id)
    .where('undone_at', 'is', null);
}

export function insertMoved(db: Db, rows: readonly Tables['person_merge_row'][]) {
  return db.insertInto('person_merge_row').values(rows);
}

export function movedRows(db: Db, asked: { mergeId: string; kind: string }) {
  return db
    .selectFrom('person_merge_row')
    .select(['row_key', 'detail'])
    .where('merge_id', '=', asked.mergeId)
    .where('kind', '=', asked.kind)
    .orderBy('row_key');
}

/** How much would go over, by kind. */
export function countOfPerson(db: Db, asked: { personId: string; planYears: readonly number[] }) {
  const { personId, planYears } = asked;
  return db.selectNoFrom((count) => [
    count
      .selectFrom('hour_entry')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person_id', '=', personId)
      .where('plan_year', 'in', planYears)
      .where('reverses', 'is', null)
      .as('entries'),
    count
      .selectFrom('attempt')
      .innerJoin('exam', 'exam.id', 'attempt.exam_id')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person_id', '=', personId)
      .where('plan_year', 'in', planYears)
      .as('attempts'),
    count
      .selectFrom('attempt')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person_id', '=', personId)
      .where('status', '=', 'open')
      .as('open_attempts'),
    count
      .selectFrom('attendance')
      .innerJoin('event', 'event.id', 'attendance.event_id')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person_id', '=', personId)
      .where('plan_year', 'in', planYears)
      .as('attendances'),
    count
      .selectFrom('lesson_completion')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person_id', '=', personId)
      .where('plan_year', 'in', planYears)
      .where('reversed_at', 'is', null)
      .as('lessons'),
    count
      .selectFrom('account')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person_id', '=', personId)
      .as('accounts'),
  ]);
}

export function dropClassesOf(db: Db, postId: string) {
  return db.deleteFrom('post_class').where('post_id', '=', postId);
}
