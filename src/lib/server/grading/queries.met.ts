import { sql, type NotNull } from 'kysely';
import { contains, unitLabel, type Db } from '../db/index.ts';
import { itemsNow } from './queries.items.ts';

export interface MetAsk {
  examId: string;
  versionId: string;
  /** The last attempt of the page before. */
  after: string;
  limit: number;
}

/** Ended attempts of an exam with one question: item, key as it counts now, answer, mark and score. */
export function metPage(db: Db, { examId, versionId, after, limit }: MetAsk) {
  return itemsNow(db)
    .innerJoin('exam_paper as paper', 'paper.exam_id', 'attempt.exam_id')
    .where('attempt.exam_id', '=', examId)
    .where('attempt.id', '>', after)
    .where('attempt.score_hundredths', 'is not', null)
    .where('mark.score_hundredths', 'is not', null)
    .where('item.question_version_id', '=', versionId)
    .select(['attempt.id as attempt_id', 'attempt.score_hundredths', 'paper.half_for_subset'])
    .select('mark.score_hundredths as mark_hundredths')
    .$narrowType<{ mark_hundredths: NotNull }>()
    .orderBy('attempt.id')
    .limit(limit)
    .execute();
}

/** Every graded attempt of an exam, without its items. */
export function scored(db: Db, { examId }: { examId: string }) {
  return db
    .selectFrom('attempt')
    .where('exam_id', '=', examId)
    .where('score_hundredths', 'is not', null)
    .select(['id', 'person_id', 'number', 'score_hundredths'])
    .execute();
}

/** Ended attempts with the question that a regrade has not noted yet. */
export function unnoted(db: Db, asked: MetAsk & { regradeId: string }) {
  return db
    .selectFrom('attempt')
    .innerJoin('attempt_item as item', 'item.attempt_id', 'attempt.id')
    .leftJoin('regrade_line as line', (join) =>
      join.onRef('line.attempt_id', '=', 'attempt.id').on('line.regrade_id', '=', asked.regradeId),
    )
    .where('attempt.exam_id', '=', asked.examId)
    .where('attempt.id', '>', asked.after)
    .where('attempt.score_hundredths', 'is not', null)
    .where('item.question_version_id', '=', asked.versionId)
    .where('line.attempt_id', 'is', null)
    .select('attempt.id')
    .orderBy('attempt.id')
    .limit(asked.limit)
    .execute();
}

export interface QuestionsAsk {
  examId: string;
  /** Looked for in stem and code. */
  search: string;
  offset: number;
  limit: number;
}

/** What an exam's ended sheets got of each question version; one row each, before anything is joined to it. */
function sums(db: Db, examId: string) {
  return db
    .selectFrom('attempt')
    .innerJoin('attempt_item as item', 'item.attempt_id', 'attempt.id')
    .innerJoin('mark', (join) =>
      join.onRef('mark.attempt_id', '=', 'item.attempt_id').onRef('mark.item_id', '=', 'item.item_id'),
    )
    .where('attempt.exam_id', '=', examId)
    .select((of) => [
      'item.question_version_id as version_id',
      of.fn.countAll<number>().as('met'),
      of.fn.sum<number>('mark.score_hundredths').as('got'),
      of.fn.sum<number>('item.points_hundredths').as('worth'),
    ])
    .groupBy('item.question_version_id');
}

/**
 * One page of the questions of an exam with how many met each, what they got of it and the bank's key of today, the
 * least answered right first: a wrong key shows there. Summed once; an exam has some hundred questions.
 */
export async function questionPage(db: Db, { examId, search, offset, limit }: QuestionsAsk) {
  const rows = await db
    .selectFrom(sums(db, examId).as('sum'))
    .innerJoin('question_version as version', 'version.id', 'sum.version_id')
    .innerJoin('question', 'question.id', 'version.question_id')
    .leftJoin('amendment', (join) =>
      join.onRef('amendment.question_version_id', '=', 'version.id').on('amendment.exam_id', '=', examId),
    )
    .leftJoin('question_version as current', (join) =>
      join
        .onRef('current.question_id', '=', 'question.id')
        .on('current.status', '=', 'published')
        .onRef('current.answer_key', '!=', 'version.answer_key'),
    )
    .$if(search !== '', (query) =>
      query.where((or) => or.or([contains('version.stem', search), contains('question.code', search)])),
    )
    .select(['sum.version_id', 'sum.met', 'sum.got', 'sum.worth'])
    .select(['question.code', 'version.type', 'version.stem'])
    .select(['amendment.regrade_id', 'amendment.answer_key as amended_key'])
    .select('current.answer_key as current_key')
    .orderBy(sql`sum.got * 10000 / sum.worth`)
    .orderBy('question.code')
    .execute();
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

/** Who stands behind these attempts. */
export function takersOf(db: Db, { attemptIds }: { attemptIds: string[] }) {
  return db
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .innerJoin('exam_candidate as candidate', (join) =>
      join
        .onRef('candidate.exam_id', '=', 'attempt.exam_id')
        .onRef('candidate.person_id', '=', 'attempt.person_id'),
    )
    .innerJoin('unit', 'unit.id', 'candidate.unit_id')
    .where('attempt.id', 'in', attemptIds)
    .select(['attempt.id', 'attempt.number', 'person.name', unitLabel.as('unit_name')])
    .execute();
}

/** One page of what a regrade changed, the greatest change first. */
export async function changedPage(db: Db, asked: { regradeId: string; offset: number; limit: number }) {
  const changed = () =>
    db
      .selectFrom('regrade_line as line')
      .where('line.regrade_id', '=', asked.regradeId)
      .whereRef('line.before_hundredths', '!=', 'line.after_hundredths');
  const rows = await changed()
    .select(['line.attempt_id', 'line.before_hundredths', 'line.after_hundredths'])
    .orderBy(sql`abs(line.after_hundredths - line.before_hundredths)`, 'desc')
    .orderBy('line.attempt_id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  const { total } = await changed()
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(total) };
}
