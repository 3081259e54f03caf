import type { Insertable } from 'kysely';
import type { Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

export function insertCandidates(db: Db, rows: Insertable<ExamsTables['exam_candidate']>[]) {
  return db
    .insertInto('exam_candidate')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['exam_id', 'person_id']).doNothing());
}

export function setCandidateState(
  db: Db,
  key: { examId: string; personId: string },
  state: ExamsTables['exam_candidate']['state'],
) {
  return db
    .updateTable('exam_candidate')
    .set({ state })
    .where('exam_id', '=', key.examId)
    .where('person_id', '=', key.personId);
}

function published(db: Db) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .where('exam.status', '=', 'published')
    .selectAll('exam')
    .select(['sitting.id as sitting_id', 'sitting.opens_at', 'sitting.closes_at'])
    .select(['exam_candidate.person_id', 'exam_candidate.state as candidate_state']);
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
    .where('exam_candidate.state', '!=', 'left')
    .where('exam.plan_year', '>=', fromPlanYear)
    .orderBy('sitting.closes_at')
    .orderBy('exam.id');
}
