import type { Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

export function attemptById(db: Db, id: string) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .innerJoin('exam_paper', 'exam_paper.exam_id', 'exam.id')
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .where('attempt.id', '=', id)
    .selectAll('attempt')
    .select([
      'exam.title',
      'exam.unit_id',
      'exam.duration_seconds',
      'exam.attempts_allowed',
      'exam.plan_year',
    ])
    .select(['exam.pass_hundredths', 'exam.excellent_hundredths', 'sitting.closes_at'])
    .select('exam_paper.half_for_subset');
}

export function attemptsOf(db: Db, personId: string, examIds: string[]) {
  return db
    .selectFrom('attempt')
    .where('person_id', '=', personId)
    .where('exam_id', 'in', examIds)
    .select(['id', 'exam_id', 'number', 'status', 'deadline', 'ended_at', 'score_hundredths'])
    .select('sitting_id')
    .orderBy('number');
}

export function insertAttempt(db: Db, row: ExamsTables['attempt']) {
  return db.insertInto('attempt').values(row);
}

export function insertItems(db: Db, rows: ExamsTables['attempt_item'][]) {
  return db.insertInto('attempt_item').values(rows);
}

/** The items of a sheet as they were dealt. */
export function storedSheet(db: Db, attemptId: string) {
  return db.selectFrom('attempt_item').selectAll().where('attempt_id', '=', attemptId).orderBy('position');
}

/** Options and types of the drawn versions, for dealing; no key. */
export function versionsForDealing(db: Db, versionIds: string[]) {
  return db.selectFrom('question_version').where('id', 'in', versionIds).select(['id', 'type', 'options']);
}

/** The sheet as its taker sees it: items in order with stem, options and the last answer; never a key. */
export function sheetOf(db: Db, attemptId: string) {
  return db
    .selectFrom('attempt_item as item')
    .innerJoin('question_version as version', 'version.id', 'item.question_version_id')
    .leftJoin('answer', (join) =>
      join.onRef('answer.attempt_id', '=', 'item.attempt_id').onRef('answer.item_id', '=', 'item.item_id'),
    )
    .where('item.attempt_id', '=', attemptId)
    .select(['item.item_id', 'item.position', 'item.type', 'item.points_hundredths', 'item.options'])
    .select(['version.stem', 'version.options as source_options'])
    .select(['answer.revision', 'answer.value', 'answer.saved_at'])
    .orderBy('item.position');
}

/** Items in order with the last revision and value of each: what a receipt seals. */
export function answersInOrder(db: Db, attemptId: string) {
  return db
    .selectFrom('attempt_item as item')
    .leftJoin('answer', (join) =>
      join.onRef('answer.attempt_id', '=', 'item.attempt_id').onRef('answer.item_id', '=', 'item.item_id'),
    )
    .where('item.attempt_id', '=', attemptId)
    .select(['item.item_id', 'item.position', 'answer.revision', 'answer.value'])
    .orderBy('item.position');
}

/** Hands the pen to another page; updates nothing when the attempt has ended or another page was faster. */
export function takeOver(db: Db, attemptId: string, writer: number) {
  return db
    .updateTable('attempt')
    .set({ writer: writer + 1 })
    .where('id', '=', attemptId)
    .where('status', '=', 'open')
    .where('writer', '=', writer);
}

/**
 * Ends an open attempt; updates nothing when it has ended already, or is to be closed as of a deadline that has been
 * moved on since.
 */
export function endAttempt(
  db: Db,
  attemptId: string,
  end: { status: 'submitted' | 'closed'; endedAt: string; isByClock: boolean },
) {
  return db
    .updateTable('attempt')
    .set({ status: end.status, ended_at: end.endedAt })
    .where('id', '=', attemptId)
    .where('status', '=', 'open')
    .$if(end.isByClock, (query) => query.where('deadline', '<=', end.endedAt));
}

/**
 * Lays a hand on the answer of every item before it is sealed: a save under way in another process is waited for, and
 * one that comes after finds the row changed and looks again. What is answered stays; what is not becomes revision 0.
 */
export function holdAnswers(db: Db, attemptId: string, endedAt: string) {
  return db
    .insertInto('answer')
    .columns(['attempt_id', 'item_id', 'revision', 'value', 'saved_at'])
    .expression((from) =>
      from
        .selectFrom('attempt_item')
        .where('attempt_id', '=', attemptId)
        .select((row) => [
          'attempt_id',
          'item_id',
          row.lit(0).as('revision'),
          row.val('').as('value'),
          row.val(endedAt).as('saved_at'),
        ])
        .orderBy('item_id'),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['attempt_id', 'item_id'])
        .doUpdateSet((set) => ({ revision: set.ref('answer.revision') })),
    );
}

export function setScore(db: Db, attemptId: string, scoreHundredths: number) {
  return db
    .updateTable('attempt')
    .set({ score_hundredths: scoreHundredths })
    .where('id', '=', attemptId)
    .where('status', '!=', 'open');
}

/** An attempt that somebody sits. */
export function anOpenAttempt(db: Db) {
  return db.selectFrom('attempt').where('status', '=', 'open').select('id').limit(1);
}

/** Open attempts whose deadline lies before `before`, the longest overdue first. */
export function overdue(db: Db, before: string, most: number) {
  return db
    .selectFrom('attempt')
    .where('status', '=', 'open')
    .where('deadline', '<', before)
    .select(['id', 'exam_id', 'person_id', 'deadline'])
    .orderBy('deadline')
    .limit(most);
}
