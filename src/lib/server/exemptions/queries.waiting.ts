import { sql } from 'kysely';
import { isWithin, type Db } from '../db/index.ts';

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
    .where(isWithin(sql<string>`candidate.unit_id`, asked.within))
    .select(['exam.id', 'exam.title'])
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .groupBy(['exam.id', 'exam.title'])
    .orderBy('exam.title')
    .orderBy('exam.id');
}

/** Exams not over by `now` in which somebody is due and has not sat, and nobody has asked to exempt him. */
export function examsToCome(db: Db, asked: { personId: string; now: string }) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('exam', 'exam.id', 'candidate.exam_id')
    .where('candidate.person_id', '=', asked.personId)
    .where('candidate.state', '=', 'due')
    .where('exam.status', '=', 'published')
    .where((row) =>
      row.exists(
        row
          .selectFrom('sitting')
          .select('sitting.id')
          .whereRef('sitting.exam_id', '=', 'exam.id')
          .where('sitting.closes_at', '>=', asked.now),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('attempt')
            .select('attempt.id')
            .whereRef('attempt.exam_id', '=', 'exam.id')
            .where('attempt.person_id', '=', asked.personId),
        ),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('exemption')
            .select('exemption.id')
            .whereRef('exemption.exam_id', '=', 'exam.id')
            .where('exemption.person_id', '=', asked.personId)
            .where('exemption.status', 'in', ['asked', 'approved']),
        ),
      ),
    )
    .select(['exam.id', 'exam.title'])
    .orderBy('exam.title')
    .orderBy('exam.id');
}
