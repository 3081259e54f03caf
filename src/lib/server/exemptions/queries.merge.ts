import type { Db } from '../db/index.ts';

/** Decided exemptions of a record in exams of these years. */
export function exemptionsToMove(db: Db, asked: { personId: string; planYears: readonly number[] }) {
  return db
    .selectFrom('exemption')
    .innerJoin('exam', 'exam.id', 'exemption.exam_id')
    .select(['exemption.id', 'exemption.exam_id'])
    .where('exemption.person_id', '=', asked.personId)
    .where('exam.plan_year', 'in', asked.planYears)
    .where('exemption.open_key', 'is', null)
    .orderBy('exemption.id');
}

export function giveExemption(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('exemption').set({ person_id: asked.personId }).where('id', '=', asked.id);
}
