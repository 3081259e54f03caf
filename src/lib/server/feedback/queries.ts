import type { Insertable, Updateable } from 'kysely';
import type { FeedbackState } from '#lib/domain/feedback/kinds.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

export function insertFeedback(db: Db, row: Insertable<Tables['feedback']>) {
  return db.insertInto('feedback').values(row);
}

export function insertReply(db: Db, row: Insertable<Tables['feedback_reply']>) {
  return db.insertInto('feedback_reply').values(row);
}

/** Whose it is, where it belongs and how far it is: what access and the steps need. */
export function standOf(db: Db, id: string) {
  return db
    .selectFrom('feedback')
    .select(['id', 'person_id', 'unit_id', 'kind', 'status', 'file_id', 'handler_id'])
    .where('id', '=', id);
}

/** Changes a piece in one of these states; numUpdatedRows is 0 for one in another. */
export function moveFeedback(
  db: Db,
  asked: { id: string; from: readonly FeedbackState[]; change: Updateable<Tables['feedback']> },
) {
  return db
    .updateTable('feedback')
    .set(asked.change)
    .where('id', '=', asked.id)
    .where('status', 'in', asked.from);
}

/** What a person has sent since a moment, to count and to know again. */
export function sentSince(db: Db, { personId, since }: { personId: string; since: Instant }) {
  return db
    .selectFrom('feedback')
    .select(['id', 'body', 'page'])
    .where('person_id', '=', personId)
    .where('sent_at', '>=', since);
}

/** A person's own pieces, the latest first. */
export function feedbackOf(db: Db, { personId, limit }: { personId: string; limit: number }) {
  return db
    .selectFrom('feedback')
    .leftJoin('file', 'file.id', 'feedback.file_id')
    .selectAll('feedback')
    .select('file.name as file_name')
    .where('feedback.person_id', '=', personId)
    .orderBy('feedback.sent_at', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(limit);
}

/** Answers and additions, in the order in which they were said. */
export function repliesOf(db: Db, feedbackIds: readonly string[]) {
  return db
    .selectFrom('feedback_reply')
    .selectAll()
    .where('feedback_id', 'in', feedbackIds)
    .orderBy('said_at')
    .orderBy('id');
}

/** Takes note of an answer; the same twice changes nothing. */
export function markSeen(db: Db, { id, now }: { id: string; now: Instant }) {
  return db
    .updateTable('feedback')
    .set({ seen_at: now })
    .where('id', '=', id)
    .where('status', 'in', ['answered', 'closed'])
    .where('seen_at', 'is', null);
}

/** How many answers a person has not taken note of. */
export function newAnswers(db: Db, personId: string) {
  return db
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('person_id', '=', personId)
    .where('status', 'in', ['answered', 'closed'])
    .where('seen_at', 'is', null);
}

/** The question that a run of practice put at a place, and what says whether it was explained. */
export function practiceItem(db: Db, { attemptId, position }: { attemptId: string; position: number }) {
  return db
    .selectFrom('practice_item')
    .innerJoin('practice_run', 'practice_run.id', 'practice_item.run_id')
    .select(['practice_run.person_id', 'practice_run.kind', 'practice_run.score_hundredths'])
    .select(['practice_item.version_id', 'practice_item.answered_at'])
    .where('practice_item.run_id', '=', attemptId)
    .where('practice_item.position', '=', position);
}

/** The item that an attempt put at a place, with its exam and whose attempt it is. */
export function examItem(db: Db, { attemptId, position }: { attemptId: string; position: number }) {
  return db
    .selectFrom('attempt_item')
    .innerJoin('attempt', 'attempt.id', 'attempt_item.attempt_id')
    .select(['attempt.person_id', 'attempt.exam_id', 'attempt_item.question_version_id'])
    .where('attempt_item.attempt_id', '=', attemptId)
    .where('attempt_item.position', '=', position);
}
