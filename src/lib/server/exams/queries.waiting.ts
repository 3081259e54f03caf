import type { Db } from '../db/index.ts';
import { candidateUnitsWithin } from './queries.scope.ts';

/** Exams with exemptions and deferrals of candidates of some units that somebody else asked for and nobody decided. */
export function examsWaiting(db: Db, asked: { within: readonly string[]; notBy: string }) {
  return db
    .selectFrom('exemption')
    .innerJoin('exam_candidate as candidate', (join) =>
      join
        .onRef('candidate.exam_id', '=', 'exemption.exam_id')
        .onRef('candidate.person_id', '=', 'exemption.person_id'),
    )
    .innerJoin('exam', 'exam.id', 'exemption.exam_id')
    .where('exemption.status', '=', 'asked')
    .where('exemption.asked_by', '!=', asked.notBy)
    .where(candidateUnitsWithin(asked.within))
    .select(['exam.id', 'exam.title'])
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .groupBy(['exam.id', 'exam.title'])
    .orderBy('exam.title')
    .orderBy('exam.id');
}
