import type { Insertable, Updateable } from 'kysely';
import { unitLabel, type Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

export interface CandidateKey {
  examId: string;
  personId: string;
}

export function insertCandidates(db: Db, rows: Insertable<ExamsTables['exam_candidate']>[]) {
  return db
    .insertInto('exam_candidate')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['exam_id', 'person_id']).doNothing());
}

/** Changes a candidate who stands in one of these states; updates nothing when he does not any more. */
export function changeCandidate(
  db: Db,
  key: CandidateKey,
  change: { from: ExamsTables['exam_candidate']['state'][]; to: Updateable<ExamsTables['exam_candidate']> },
) {
  return db
    .updateTable('exam_candidate')
    .set(change.to)
    .where('exam_id', '=', key.examId)
    .where('person_id', '=', key.personId)
    .where('state', 'in', change.from);
}

/**
 * Lays a hand on a person's place on an exam's list: from here to the end of the transaction nobody else begins, exempts
 * or strikes off, on either engine. Updates nothing where he has no place.
 */
export function holdSeat(db: Db, key: CandidateKey) {
  return db
    .updateTable('exam_candidate')
    .set((of) => ({ added_on: of.ref('exam_candidate.added_on') }))
    .where('exam_id', '=', key.examId)
    .where('person_id', '=', key.personId);
}

/** The same of a place to which sitting does nothing: due, and not deferred. */
export function holdDueSeat(db: Db, key: CandidateKey) {
  return holdSeat(db, key).where('state', '=', 'due').where('deferred', '=', 0);
}

/** How a person stands on an exam's list; one row by its key. */
export function seatOf(db: Db, key: CandidateKey) {
  return db
    .selectFrom('exam_candidate')
    .where('exam_id', '=', key.examId)
    .where('person_id', '=', key.personId)
    .select(['state', 'deferred']);
}

/** One person's place on an exam's list, with what he has begun. */
export function candidateById(db: Db, key: CandidateKey) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('person', 'person.id', 'candidate.person_id')
    .innerJoin('unit', 'unit.id', 'candidate.unit_id')
    .where('candidate.exam_id', '=', key.examId)
    .where('candidate.person_id', '=', key.personId)
    .selectAll('candidate')
    .select(['person.name', unitLabel.as('unit_name')])
    .select((with_) =>
      with_
        .selectFrom('attempt')
        .whereRef('attempt.exam_id', '=', 'candidate.exam_id')
        .whereRef('attempt.person_id', '=', 'candidate.person_id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('attempts'),
    );
}

function withSittings(db: Db) {
  return db
    .selectFrom('exam')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .leftJoin('sitting as makeup', (join) =>
      join.onRef('makeup.exam_id', '=', 'exam.id').on('makeup.kind', '=', 'makeup'),
    )
    .where('exam.status', '=', 'published')
    .selectAll('exam')
    .select(['sitting.id as sitting_id', 'sitting.opens_at', 'sitting.closes_at'])
    .select(['makeup.id as makeup_id', 'makeup.opens_at as makeup_opens_at'])
    .select(['makeup.closes_at as makeup_closes_at', 'makeup.attempts_allowed as makeup_attempts'])
    .select('makeup.admits as makeup_admits');
}

function published(db: Db) {
  return withSittings(db)
    .innerJoin('exam_candidate', 'exam_candidate.exam_id', 'exam.id')
    .where('exam_candidate.state', '!=', 'left')
    .select(['exam_candidate.person_id', 'exam_candidate.unit_id as candidate_unit_id'])
    .select(['exam_candidate.state as candidate_state', 'exam_candidate.deferred']);
}

/** One person's place in one published exam. */
export function candidacy(db: Db, examId: string, personId: string) {
  return published(db)
    .where('exam_candidate.exam_id', '=', examId)
    .where('exam_candidate.person_id', '=', personId);
}

/** All published exams of a person from a plan year on, the next to close first. */
export function candidaciesOf(db: Db, personId: string, fromPlanYear: number) {
  return published(db)
    .where('exam_candidate.person_id', '=', personId)
    .where('exam.plan_year', '>=', fromPlanYear)
    .orderBy('sitting.closes_at')
    .orderBy('exam.id');
}

/** Published exams of these units that admit people from outside the list; the person himself is listed in none. */
export function admittingOutside(
  db: Db,
  asked: { personId: string; unitIds: readonly string[]; fromPlanYear: number },
) {
  return withSittings(db)
    .where('exam.admits_outside', '=', 1)
    .where('exam.unit_id', 'in', asked.unitIds)
    .where('exam.plan_year', '>=', asked.fromPlanYear)
    .where('exam.id', 'not in', (listed) =>
      listed
        .selectFrom('exam_candidate')
        .where('exam_candidate.person_id', '=', asked.personId)
        .where('exam_candidate.state', '!=', 'left')
        .select('exam_candidate.exam_id'),
    )
    .orderBy('sitting.closes_at')
    .orderBy('exam.id');
}

/** Places of a person in published exams whose main window is not over, for what a change of his post means there. */
export function openCandidacies(db: Db, personId: string, now: string) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('exam', 'exam.id', 'candidate.exam_id')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .where('candidate.person_id', '=', personId)
    .where('exam.status', '=', 'published')
    .where('sitting.closes_at', '>=', now)
    .where('candidate.state', 'in', ['due', 'left'])
    .select(['candidate.exam_id', 'candidate.state', 'candidate.reason', 'exam.unit_id', 'sitting.opens_at'])
    .select((with_) =>
      with_
        .selectFrom('attempt')
        .whereRef('attempt.exam_id', '=', 'candidate.exam_id')
        .whereRef('attempt.person_id', '=', 'candidate.person_id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('attempts'),
    );
}

/** Candidates still deferred although the make-up of their exam is over. */
export function deferralsOver(db: Db, now: string, most: number) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'candidate.exam_id').on('sitting.kind', '=', 'makeup'),
    )
    .where('candidate.deferred', '=', 1)
    .where('candidate.state', '=', 'due')
    .where('sitting.closes_at', '<', now)
    .select(['candidate.exam_id', 'candidate.person_id', 'candidate.unit_id'])
    .orderBy('candidate.exam_id')
    .orderBy('candidate.person_id')
    .limit(most);
}

/** Ids of all candidates of an exam. */
export function candidateIds(db: Db, examId: string) {
  return db
    .selectFrom('exam_candidate')
    .select('person_id')
    .where('exam_id', '=', examId)
    .orderBy('person_id');
}
