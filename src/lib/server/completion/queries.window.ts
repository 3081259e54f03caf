import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';

/** Main sittings of published exams of a year on whose roster somebody of the unit or below it is due, last first. */
export function mainSittings(db: Db, { unitId, planYear }: { unitId: string; planYear: number }) {
  return db
    .selectFrom('exam')
    .innerJoin('sitting', 'sitting.exam_id', 'exam.id')
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .where('sitting.kind', '=', 'main')
    .where((of) =>
      of.exists(
        dueUnder(db, unitId)
          .where(sql<SqlBool>`exam_candidate.exam_id = exam.id`)
          .select('exam_candidate.person_id'),
      ),
    )
    .select(['exam.id', 'exam.title', 'sitting.opens_at', 'sitting.closes_at'])
    .orderBy('sitting.opens_at', 'desc')
    .orderBy('exam.id', 'desc');
}

/** 应考 of one exam in the unit or below it, and by UTC hour how many of them handed in for the first time. */
export async function handIns(db: Db, { unitId, examId }: { unitId: string; examId: string }) {
  const seats = dueUnder(db, unitId).where('exam_candidate.exam_id', '=', examId);
  const { due } = await seats.select((of) => of.fn.countAll<number>().as('due')).executeTakeFirstOrThrow();
  const first = db
    .selectFrom('attempt')
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .where('attempt.exam_id', '=', examId)
    .where('attempt.status', '!=', 'open')
    .where('sitting.kind', '=', 'main')
    .where('attempt.person_id', 'in', seats.select('exam_candidate.person_id'))
    .groupBy('attempt.person_id')
    .select(sql<string>`substr(min(attempt.ended_at), 1, 13)`.as('hour'));
  const hours = await db
    .selectFrom(first.as('first'))
    .groupBy('first.hour')
    .select((of) => ['first.hour', of.fn.countAll<number>().as('people')])
    .orderBy('first.hour')
    .execute();
  return { due: Number(due), hours: hours.map((one) => ({ hour: one.hour, people: Number(one.people) })) };
}

function dueUnder(db: Db, unitId: string) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam as roster', 'roster.id', 'exam_candidate.exam_id')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'exam_candidate.unit_id')
    .where('unit_closure.ancestor_id', '=', unitId)
    .where('exam_candidate.state', '=', 'due')
    .where(sql<SqlBool>`unit_closure.valid_from <= roster.roster_on`)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= roster.roster_on)`);
}
