import type { Db } from '../db/index.ts';
import { ownCareer } from './queries.ownCareer.ts';
import { ownTrials } from './queries.ownTrials.ts';

/** Rows of one kind that an export holds; a career has fewer. */
const MOST = 5000;

/** Everything that is held about one person, kind by kind, as it is stored; secrets by their last four digits. */
export async function ownRows(db: Db, { personId }: { personId: string }) {
  const account = db.selectFrom('account').select('id').where('person_id', '=', personId);
  return {
    ...(await ownCareer(db, { personId, most: MOST })),
    ...(await ownTrials(db, { personId, most: MOST })),
    person: await db
      .selectFrom('person')
      .select([
        'name',
        'identity_last4',
        'mobile_last4',
        'entered_on',
        'political_status',
        'party_branch',
        'note',
      ])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow(),
    posts: await db
      .selectFrom('post')
      .innerJoin('unit', 'unit.id', 'post.home_unit_id')
      .select(['unit.name as unit', 'post.title', 'post.level_code', 'post.rank_code', 'post.staff_kind'])
      .select(['post.status', 'post.valid_from', 'post.valid_to'])
      .where('post.person_id', '=', personId)
      .orderBy('post.valid_from')
      .limit(MOST)
      .execute(),
    classes: await db
      .selectFrom('post_class')
      .innerJoin('post', 'post.id', 'post_class.post_id')
      .select(['post_class.class_code', 'post_class.valid_from', 'post_class.valid_to'])
      .where('post.person_id', '=', personId)
      .orderBy('post_class.valid_from')
      .limit(MOST)
      .execute(),
    account: await db
      .selectFrom('account')
      .select(['login', 'state', 'created_at', 'password_set_at', 'email_confirmed_at'])
      .where('person_id', '=', personId)
      .execute(),
    signIns: await db
      .selectFrom('sign_in')
      .select(['at', 'outcome', 'method', 'address', 'agent'])
      .where('account_id', 'in', account)
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute(),
    completions: await db
      .selectFrom('lesson_completion')
      .innerJoin('lesson_version', 'lesson_version.id', 'lesson_completion.lesson_version_id')
      .select(['lesson_version.title', 'lesson_completion.plan_year', 'lesson_completion.completed_at'])
      .select('lesson_completion.reversed_at')
      .where('lesson_completion.person_id', '=', personId)
      .orderBy('lesson_completion.completed_at')
      .limit(MOST)
      .execute(),
    entries: await db
      .selectFrom('hour_entry')
      .select(['ledger', 'plan_year', 'source_kind', 'seconds', 'hundredths', 'reason', 'entered_at'])
      .where('person_id', '=', personId)
      .orderBy('entered_at')
      .limit(MOST)
      .execute(),
    claims: await db
      .selectFrom('claim')
      .select(['title', 'organiser', 'held_on', 'minutes', 'note', 'status', 'asked_at', 'decided_reason'])
      .where('person_id', '=', personId)
      .orderBy('asked_at')
      .limit(MOST)
      .execute(),
    outsideRecords: await db
      .selectFrom('outside_record')
      .innerJoin('outside_import', 'outside_import.id', 'outside_record.import_id')
      .innerJoin('import_batch', 'import_batch.id', 'outside_import.id')
      .select(['outside_record.title', 'outside_record.organiser', 'outside_record.plan_year'])
      .select([
        'outside_record.ledger',
        'outside_record.hundredths',
        'outside_record.completed_on as held_on',
      ])
      .select(['outside_record.number as record_number', 'outside_record.note', 'outside_import.source'])
      .select(['import_batch.file_name', 'outside_record.returned_reason as reason'])
      .where('outside_record.person_id', '=', personId)
      .where('import_batch.state', '=', 'done')
      .orderBy('outside_record.completed_on')
      .limit(MOST)
      .execute(),
    attendance: await db
      .selectFrom('attendance')
      .innerJoin('event', 'event.id', 'attendance.event_id')
      .select(['event.title', 'event.held_on', 'event.status'])
      .where('attendance.person_id', '=', personId)
      .orderBy('event.held_on')
      .limit(MOST)
      .execute(),
    attempts: await db
      .selectFrom('attempt')
      .innerJoin('exam', 'exam.id', 'attempt.exam_id')
      .select(['exam.title', 'attempt.number', 'attempt.status', 'attempt.started_at', 'attempt.ended_at'])
      .select('attempt.score_hundredths')
      .where('attempt.person_id', '=', personId)
      .orderBy('attempt.started_at')
      .limit(MOST)
      .execute(),
    certificates: await db
      .selectFrom('certificate')
      .select(['number as certificate_number', 'kind', 'plan_year', 'issuer_name', 'issued_at', 'content'])
      .select(['status', 'ended_at as closed_at', 'ended_reason'])
      .where('person_id', '=', personId)
      .orderBy('issued_at')
      .limit(MOST)
      .execute(),
    certificateRequests: await db
      .selectFrom('certificate_request')
      .select(['kind', 'plan_year', 'purpose', 'status', 'asked_at', 'decided_reason'])
      .where('person_id', '=', personId)
      .orderBy('asked_at')
      .limit(MOST)
      .execute(),
    practice: await db
      .selectFrom('practice_run as run')
      .innerJoin('practice_item as item', 'item.run_id', 'run.id')
      .innerJoin('question_version as version', 'version.id', 'item.version_id')
      .select(['run.kind', 'run.title', 'run.started_at', 'run.score_hundredths', 'run.full_hundredths'])
      .select(['version.stem', 'item.is_right', 'item.answered_at'])
      .where('run.person_id', '=', personId)
      .orderBy('run.started_at', 'desc')
      .orderBy('item.position')
      .limit(MOST)
      .execute(),
    cards: await db
      .selectFrom('practice_card as card')
      .innerJoin('question_version as version', 'version.id', 'card.version_id')
      .select(['version.stem', 'card.reviewed_on', 'card.due_on', 'card.reviews', 'card.lapses'])
      .where('card.person_id', '=', personId)
      .orderBy('card.due_on')
      .limit(MOST)
      .execute(),
    mistakes: await db
      .selectFrom('practice_mistake as mistake')
      .innerJoin('question_version as version', 'version.question_id', 'mistake.question_id')
      .where('version.status', '=', 'published')
      .select(['version.stem', 'mistake.source', 'mistake.wrong_at', 'mistake.times', 'mistake.right_days'])
      .where('mistake.person_id', '=', personId)
      .orderBy('mistake.wrong_at', 'desc')
      .limit(MOST)
      .execute(),
    waivers: await db
      .selectFrom('waiver')
      .select(['plan_year', 'ground', 'reason', 'status', 'asked_at', 'decided_reason'])
      .where('person_id', '=', personId)
      .orderBy('asked_at')
      .limit(MOST)
      .execute(),
    feedback: await db
      .selectFrom('feedback')
      .select(['kind', 'body', 'page', 'status', 'sent_at'])
      .where('person_id', '=', personId)
      .orderBy('sent_at')
      .limit(MOST)
      .execute(),
    feedbackReplies: await db
      .selectFrom('feedback_reply')
      .innerJoin('feedback', 'feedback.id', 'feedback_reply.feedback_id')
      .select(['feedback_reply.by_name', 'feedback_reply.body', 'feedback_reply.said_at'])
      .where('feedback.person_id', '=', personId)
      .orderBy('feedback_reply.said_at')
      .limit(MOST)
      .execute(),
  };
}
