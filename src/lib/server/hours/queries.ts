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

export function ruleById(db: Db, id: string) {
  return db.selectFrom('hour_rule').selectAll().where('id', '=', id);
}

export function everyRule(db: Db) {
  return db.selectFrom('hour_rule').selectAll().orderBy('source_kind').orderBy('valid_from', 'desc');
}

/** Entries of a plan year that were made by a rule and stand for something. */
export function entriesByRule(db: Db, { ruleId, planYear }: { ruleId: string; planYear: number }) {
  return db
    .selectFrom('hour_entry')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('rule_id', '=', ruleId)
    .where('plan_year', '=', planYear)
    .where('reverses', 'is', null);
}

/** Units of the open tree that have none above them. */
export function topUnits(db: Db) {
  return db
    .selectFrom('unit')
    .select('id')
    .where('parent_id', 'is', null)
    .where('valid_to', 'is', null)
    .orderBy('id');
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

/** Takes the turn of a person's ledger: another writer under a cap waits until this one is through. */
export function takeTurn(db: Db, personId: string) {
  return db
    .insertInto('hour_turn')
    .values({ person_id: personId, turn: 1 })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((set) => ({ turn: set('hour_turn.turn', '+', 1) })),
    );
}

/** Entries of a kind in a person's year that stand and were cut by a cap, the earliest first. */
export function cutEntries(
  db: Db,
  { personId, planYear, sourceKind }: Pick<EntryKey, 'personId' | 'planYear' | 'sourceKind'>,
) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
    .selectAll('hour_entry')
    .where('hour_entry.person_id', '=', personId)
    .where('hour_entry.plan_year', '=', planYear)
    .where('hour_entry.source_kind', '=', sourceKind)
    .where('hour_entry.cut', '>', 0)
    .where('back.id', 'is', null)
    .orderBy('hour_entry.entered_at')
    .orderBy('hour_entry.id');
}

/** Entries of a source that stand, in every ledger and year, of these persons. */
export function standingOfSource(
  db: Db,
  asked: { sourceKind: string; sourceId: string; personIds: readonly string[] },
) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
    .selectAll('hour_entry')
    .where('hour_entry.source_kind', '=', asked.sourceKind)
    .where('hour_entry.source_id', '=', asked.sourceId)
    .where('hour_entry.person_id', 'in', asked.personIds)
    .where('hour_entry.reverses', 'is', null)
    .where('back.id', 'is', null)
    .orderBy('hour_entry.person_id')
    .orderBy('hour_entry.ledger');
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
