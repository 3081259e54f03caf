import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

type Dated = 'unit_counter' | 'event';

/** Plan years in which anybody was counted or an event was held, latest first; one look into an index for each. */
export function countedYears(db: Db) {
  return db
    .withRecursive('counted(plan_year)', (cte) =>
      cte
        .selectNoFrom(earliest('unit_counter').as('plan_year'))
        .unionAll(
          cte
            .selectFrom('counted')
            .where('counted.plan_year', 'is not', null)
            .select(next('unit_counter', 'counted').as('plan_year')),
        ),
    )
    .withRecursive('held(plan_year)', (cte) =>
      cte
        .selectNoFrom(earliest('event').as('plan_year'))
        .unionAll(
          cte
            .selectFrom('held')
            .where('held.plan_year', 'is not', null)
            .select(next('event', 'held').as('plan_year')),
        ),
    )
    .selectFrom('counted')
    .where('counted.plan_year', 'is not', null)
    .select('counted.plan_year')
    .union((of) => of.selectFrom('held').where('held.plan_year', 'is not', null).select('held.plan_year'))
    .$narrowType<{ plan_year: number }>()
    .orderBy('plan_year', 'desc');
}

function earliest(table: Dated) {
  return sql<number | null>`(select min(plan_year) from ${sql.table(table)})`;
}

/** SQL: the first year of `table` after that of `years`. */
function next(table: Dated, years: 'counted' | 'held') {
  return sql<number | null>`(select min(${sql.ref(`${table}.plan_year`)}) from ${sql.table(table)}
    where ${sql.ref(`${table}.plan_year`)} > ${sql.ref(`${years}.plan_year`)})`;
}

/** End of the last window of the year's exams in which somebody of the unit or below is a candidate. */
export function examsEnd(db: Db, { unitId, planYear }: { unitId: string; planYear: number }) {
  return db
    .selectFrom('sitting')
    .innerJoin('exam', 'exam.id', 'sitting.exam_id')
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .where((of) =>
      of.exists(
        of
          .selectFrom('exam_candidate')
          .innerJoin('unit_closure', 'unit_closure.unit_id', 'exam_candidate.unit_id')
          .whereRef('exam_candidate.exam_id', '=', 'exam.id')
          .where('unit_closure.ancestor_id', '=', unitId)
          .select('exam_candidate.person_id'),
      ),
    )
    .select((of) => of.fn.max<string | null>('sitting.closes_at').as('ends_at'));
}
