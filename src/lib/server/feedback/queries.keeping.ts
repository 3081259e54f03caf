import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** The next pieces that were settled before a moment. */
export function settledBefore(db: Db, asked: { before: Instant; limit: number }) {
  return db
    .selectFrom('feedback')
    .select(['id', 'file_id'])
    .where('status', 'in', ['answered', 'closed'])
    .where('changed_at', '<', asked.before)
    .orderBy('id')
    .limit(asked.limit);
}

export function deleteReplies(db: Db, feedbackIds: readonly string[]) {
  return db.deleteFrom('feedback_reply').where('feedback_id', 'in', feedbackIds);
}

export function deleteFeedback(db: Db, ids: readonly string[]) {
  return db.deleteFrom('feedback').where('id', 'in', ids);
}

/** What one record of a human has sent. */
export function sentBy(db: Db, personId: string) {
  return db.selectFrom('feedback').select('id').where('person_id', '=', personId).orderBy('id');
}

export function giveFeedback(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('feedback').set({ person_id: asked.personId }).where('id', '=', asked.id);
}
