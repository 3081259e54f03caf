import type { Db } from '../db/index.ts';

interface PersonYear {
  personId: string;
  planYear: number;
}

/** Published exams of a year that list a person or in which he sat, with their windows and how he stands on the list. */
export function examsOfYear(db: Db, { personId, planYear }: PersonYear) {
  return db
    .selectFrom('exam')
    .innerJoin('blueprint', 'blueprint.id', 'exam.blueprint_id')
    .innerJoin('unit', 'unit.id', 'exam.unit_id')
    .innerJoin('sitting', 'sitting.exam_id', 'exam.id')
    .leftJoin('exam_candidate as seat', (join) =>
      join.onRef('seat.exam_id', '=', 'exam.id').on('seat.person_id', '=', personId),
    )
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .where((or) =>
      or.or([
        or('seat.person_id', 'is not', null),
        or.exists(
          or
            .selectFrom('attempt')
            .select('attempt.id')
            .whereRef('attempt.exam_id', '=', 'exam.id')
            .where('attempt.person_id', '=', personId),
        ),
      ]),
    )
    .groupBy(['exam.id', 'exam.title', 'exam.pass_hundredths', 'exam.excellent_hundredths'])
    .groupBy(['blueprint.title', 'unit.name', 'seat.state', 'seat.deferred'])
    .select(['exam.id', 'exam.title', 'exam.pass_hundredths', 'exam.excellent_hundredths'])
    .select(['blueprint.title as paper', 'unit.name as organiser', 'seat.state', 'seat.deferred'])
    .select(({ fn }) => [
      fn.min('sitting.opens_at').as('opens_at'),
      fn.max('sitting.closes_at').as('closes_at'),
    ])
    .orderBy('opens_at')
    .orderBy('exam.id');
}

/** A person's attempts at published exams of a year, with what each paper was worth. */
export function attemptsOfYear(db: Db, { personId, planYear }: PersonYear) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .where('attempt.person_id', '=', personId)
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .select(['attempt.id', 'attempt.exam_id', 'attempt.number', 'attempt.status', 'attempt.ended_at'])
    .select(['attempt.score_hundredths', 'sitting.kind'])
    .select((with_) => [
      with_
        .selectFrom('attempt_item')
        .whereRef('attempt_item.attempt_id', '=', 'attempt.id')
        .select((item) => item.fn.sum<number>('attempt_item.points_hundredths').as('points'))
        .as('points'),
      with_
        .selectFrom('attempt_item')
        .whereRef('attempt_item.attempt_id', '=', 'attempt.id')
        .select((item) => item.fn.countAll<number>().as('items'))
        .as('items'),
    ])
    .orderBy('attempt.exam_id')
    .orderBy('attempt.number');
}

/** Scores of some attempts at exams that are still published. */
export function scoresOf(db: Db, attemptIds: readonly string[]) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .where('attempt.id', 'in', attemptIds)
    .where('exam.status', '=', 'published')
    .select(['attempt.id', 'attempt.score_hundredths'])
    .orderBy('attempt.id');
}

/** A person's attempts at one exam, in the order in which they were begun, with how much of each sheet is answered. */
export function attemptsAt(db: Db, { examId, personId }: { examId: string; personId: string }) {
  return db
    .selectFrom('attempt')
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .where('attempt.exam_id', '=', examId)
    .where('attempt.person_id', '=', personId)
    .select(['attempt.number', 'attempt.status', 'attempt.started_at', 'attempt.deadline'])
    .select(['attempt.ended_at', 'attempt.score_hundredths', 'sitting.kind'])
    .select((with_) => [
      with_
        .selectFrom('attempt_item')
        .whereRef('attempt_item.attempt_id', '=', 'attempt.id')
        .select((item) => item.fn.countAll<number>().as('items'))
        .as('items'),
      with_
        .selectFrom('answer')
        .whereRef('answer.attempt_id', '=', 'attempt.id')
        .where('answer.value', '!=', '')
        .select((answer) => answer.fn.countAll<number>().as('answered'))
        .as('answered'),
    ])
    .orderBy('attempt.number');
}
