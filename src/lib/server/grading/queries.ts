import type { NotNull } from 'kysely';
import type { Db } from '../db/index.ts';
import type { GradingTables } from '../db/schema/grading.ts';
import { itemsNow } from './queries.items.ts';

/** Items of an ended attempt with key and last answer: for marking on the server, never for a page. */
export function itemsWithKey(db: Db, attemptId: string) {
  return itemsNow(db)
    .where('item.attempt_id', '=', attemptId)
    .select('mark.score_hundredths as kept_hundredths')
    .orderBy('item.position');
}

export function insertMarks(db: Db, rows: GradingTables['mark'][]) {
  return db
    .insertInto('mark')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['attempt_id', 'item_id'])
        .doUpdateSet((set) => ({ score_hundredths: set.ref('excluded.score_hundredths') })),
    );
}

/** Marks of an attempt with the topic of each item and what it is worth now. */
export function marksByTopic(db: Db, attemptId: string) {
  return db
    .selectFrom('mark')
    .innerJoin('attempt_item as item', (join) =>
      join.onRef('item.attempt_id', '=', 'mark.attempt_id').onRef('item.item_id', '=', 'mark.item_id'),
    )
    .innerJoin('question_version as version', 'version.id', 'item.question_version_id')
    .innerJoin('question', 'question.id', 'version.question_id')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .innerJoin('attempt', 'attempt.id', 'mark.attempt_id')
    .leftJoin('amendment', (join) =>
      join
        .onRef('amendment.exam_id', '=', 'attempt.exam_id')
        .onRef('amendment.question_version_id', '=', 'item.question_version_id'),
    )
    .where('mark.attempt_id', '=', attemptId)
    .select((worth) => [
      'topic.id as topic_id',
      'topic.name as topic',
      'mark.score_hundredths',
      worth.fn.coalesce('amendment.points_hundredths', 'item.points_hundredths').as('points_hundredths'),
    ]);
}

/** Marked items with key and explanation; asked only when keys may be shown. */
export function reviewItems(db: Db, attemptId: string) {
  return itemsNow(db)
    .leftJoin('regrade', 'regrade.id', 'amendment.regrade_id')
    .leftJoin('question_version as explaining', 'explaining.id', 'amendment.explaining_version_id')
    .where('item.attempt_id', '=', attemptId)
    .where('mark.score_hundredths', 'is not', null)
    .select('mark.score_hundredths')
    .$narrowType<{ score_hundredths: NotNull }>()
    .select(['item.position', 'version.id as version_id', 'version.stem', 'version.explanation'])
    .select(['version.options as source_options', 'explaining.explanation as amended_explanation'])
    .select('regrade.reason as amended_reason')
    .orderBy('item.position');
}

export function lawsOf(db: Db, attemptId: string) {
  return db
    .selectFrom('question_law as law')
    .innerJoin('attempt_item as item', 'item.question_version_id', 'law.question_version_id')
    .where('item.attempt_id', '=', attemptId)
    .select(['law.question_version_id', 'law.statute_title', 'law.article_number', 'law.effective_on'])
    .orderBy('law.question_version_id')
    .orderBy('law.ordinal');
}

/** Items of a person's ended attempts, of some questions or all, that did not earn what they are worth now. */
export function itemsBelowFull(
  db: Db,
  asked: { personId: string; fromPlanYear: number; questionIds: readonly string[] | null },
) {
  const { questionIds } = asked;
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .innerJoin('mark', 'mark.attempt_id', 'attempt.id')
    .innerJoin('attempt_item as item', (join) =>
      join.onRef('item.attempt_id', '=', 'mark.attempt_id').onRef('item.item_id', '=', 'mark.item_id'),
    )
    .innerJoin('question_version as version', 'version.id', 'item.question_version_id')
    .leftJoin('amendment', (join) =>
      join
        .onRef('amendment.exam_id', '=', 'attempt.exam_id')
        .onRef('amendment.question_version_id', '=', 'item.question_version_id'),
    )
    .where('attempt.person_id', '=', asked.personId)
    .where('attempt.status', '!=', 'open')
    .where('exam.plan_year', '>=', asked.fromPlanYear)
    .$if(questionIds !== null, (query) => query.where('version.question_id', 'in', questionIds ?? []))
    .where((where) =>
      where(
        'mark.score_hundredths',
        '<',
        where.fn.coalesce('amendment.points_hundredths', 'item.points_hundredths'),
      ),
    )
    .select(['attempt.exam_id', 'attempt.ended_at', 'version.question_id'])
    .orderBy('attempt.ended_at')
    .orderBy('item.position');
}
