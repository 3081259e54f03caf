import type { Db } from '../db/index.ts';

/** Seats of a record in exams of these years. */
export function seatsOf(db: Db, asked: { personId: string; planYears: readonly number[] }) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
    .select(['exam_candidate.exam_id', 'exam_candidate.state', 'exam_candidate.reason'])
    .where('exam_candidate.person_id', '=', asked.personId)
    .where('exam.plan_year', 'in', asked.planYears)
    .orderBy('exam_candidate.exam_id');
}

export function giveSeat(db: Db, asked: { examId: string; from: string; to: string }) {
  return db
    .updateTable('exam_candidate')
    .set({ person_id: asked.to })
    .where('exam_id', '=', asked.examId)
    .where('person_id', '=', asked.from);
}

export function setSeat(
  db: Db,
  asked: {
    examId: string;
    personId: string;
    state: 'due' | 'exempt' | 'left' | 'outside';
    reason: string | null;
  },
) {
  return db
    .updateTable('exam_candidate')
    .set({ state: asked.state, reason: asked.reason })
    .where('exam_id', '=', asked.examId)
    .where('person_id', '=', asked.personId);
}

/** Attempts of a record in exams of these years. */
export function attemptsToMove(db: Db, asked: { personId: string; planYears: readonly number[] }) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .select(['attempt.id', 'attempt.exam_id', 'attempt.number'])
    .where('attempt.person_id', '=', asked.personId)
    .where('exam.plan_year', 'in', asked.planYears)
    .orderBy('attempt.number');
}

export function lastNumber(db: Db, asked: { examId: string; personId: string }) {
  return db
    .selectFrom('attempt')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('exam_id', '=', asked.examId)
    .where('person_id', '=', asked.personId);
}

export function giveAttempt(db: Db, asked: { id: string; personId: string; number: number }) {
  return db
    .updateTable('attempt')
    .set({ person_id: asked.personId, number: asked.number })
    .where('id', '=', asked.id);
}

/** Extra time of a record at every exam. */
export function standingsOf(db: Db, personId: string) {
  return db.selectFrom('standing_allowance').select('id').where('person_id', '=', personId).orderBy('id');
}

export function giveStanding(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('standing_allowance').set({ person_id: asked.personId }).where('id', '=', asked.id);
}
