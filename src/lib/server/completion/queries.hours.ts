import type { Db } from '../db/index.ts';
import type { PeopleIn } from './queries.exams.ts';
import type { Day } from '#lib/domain/shared/time.ts';

/** Requirements of a plan year that are in force on a day and ask for hours. */
export function hoursRequirements(db: Db, { planYear, day }: { planYear: number; day: Day }) {
  return db
    .selectFrom('requirement')
    .where('plan_year', '=', planYear)
    .where('target_hundredths', '>', 0)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .select(['id', 'class_code', 'ledger', 'target_hundredths', 'joiners'])
    .orderBy('id');
}

/** The requirement's class and year, for finding whom it concerns. */
export function requirementById(db: Db, id: string) {
  return db.selectFrom('requirement').where('id', '=', id).select(['id', 'class_code', 'plan_year']);
}

/** What persons have in each ledger of a year, apart by rule, since a rule says how its seconds turn into hours. */
export function ledgerSums(db: Db, { personIds, planYear }: PeopleIn) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_rule', 'hour_rule.id', 'hour_entry.rule_id')
    .where('hour_entry.person_id', 'in', personIds)
    .where('hour_entry.plan_year', '=', planYear)
    .select((of) => [
      'hour_entry.person_id',
      'hour_entry.ledger',
      'hour_rule.minutes_per_hour',
      of.fn.sum<number>('hour_entry.seconds').as('seconds'),
      of.fn.sum<number>('hour_entry.hundredths').as('hundredths'),
    ])
    .groupBy(['hour_entry.person_id', 'hour_entry.ledger', 'hour_rule.minutes_per_hour']);
}

/** Plan years, from one on, that anybody is judged in. */
export function judgedYears(db: Db, from: number) {
  return db
    .selectFrom('requirement')
    .select('plan_year')
    .where('plan_year', '>=', from)
    .union(db.selectFrom('exam').select('plan_year').where('plan_year', '>=', from))
    .union(db.selectFrom('standing').select('plan_year').where('plan_year', '>=', from))
    .orderBy('plan_year');
}

/** Approved releases of persons from requirements of a year. */
export function releases(db: Db, { personIds, planYear }: PeopleIn) {
  return db
    .selectFrom('waiver')
    .where('person_id', 'in', personIds)
    .where('plan_year', '=', planYear)
    .where('status', '=', 'approved')
    .select(['person_id', 'requirement_id', 'released_hundredths']);
}
