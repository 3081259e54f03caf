import type { Insertable } from 'kysely';
import type { EntryKey } from '#lib/domain/hours/entry.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** The rule of a kind of source that holds on a day; of several the one that began last. */
export function ruleOn(db: Db, { sourceKind, day }: { sourceKind: string; day: Day }) {
  return db
    .selectFrom('hour_rule')
    .selectAll()
    .where('source_kind', '=', sourceKind)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .orderBy('valid_from', 'desc')
    .limit(1);
}

export function everyRule(db: Db) {
  return db.selectFrom('hour_rule').selectAll().orderBy('source_kind').orderBy('valid_from', 'desc');
}

/** Inserts a rule; one that stands already is left as it is. */
export function insertRule(db: Db, row: Insertable<Tables['hour_rule']>) {
  return db
    .insertInto('hour_rule')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

/** Rules of a kind that are open end with the day `last`. */
export function endRules(db: Db, { sourceKind, last }: { sourceKind: string; last: Day }) {
  return db
    .updateTable('hour_rule')
    .set({ valid_to: last })
    .where('source_kind', '=', sourceKind)
    .where('valid_to', 'is', null);
}

/** Revisions booked under a key, reversals negative. */
export function revisionsOf(db: Db, key: EntryKey) {
  return db
    .selectFrom('hour_entry')
    .select('revision')
    .where('ledger', '=', key.ledger)
    .where('person_id', '=', key.personId)
    .where('plan_year', '=', key.planYear)
    .where('source_kind', '=', key.sourceKind)
    .where('source_id', '=', key.sourceId);
}

/** Adds an entry once; under a key and revision that exist, or for an entry already reversed, nothing is added. */
export function insertEntry(db: Db, row: Insertable<Tables['hour_entry']>) {
  return db
    .insertInto('hour_entry')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

export function entryById(db: Db, id: string) {
  return db.selectFrom('hour_entry').selectAll().where('id', '=', id);
}

/** Sums of a person's year by ledger, kind of source and length of the 学时. */
export function sums(db: Db, { personId, planYear }: { personId: string; planYear: number }) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_rule', 'hour_rule.id', 'hour_entry.rule_id')
    .select(['hour_entry.ledger', 'hour_entry.source_kind', 'hour_rule.minutes_per_hour'])
    .select(({ fn }) => [
      fn.sum<number | null>('hour_entry.seconds').as('seconds'),
      fn.sum<number | null>('hour_entry.hundredths').as('hundredths'),
    ])
    .where('hour_entry.person_id', '=', personId)
    .where('hour_entry.plan_year', '=', planYear)
    .groupBy(['hour_entry.ledger', 'hour_entry.source_kind', 'hour_rule.minutes_per_hour'])
    .orderBy('hour_entry.ledger')
    .orderBy('hour_entry.source_kind');
}

/** Plan years in which a person has entries, the latest first. */
export function yearsOf(db: Db, personId: string) {
  return db
    .selectFrom('hour_entry')
    .select('plan_year')
    .distinct()
    .where('person_id', '=', personId)
    .orderBy('plan_year', 'desc');
}
