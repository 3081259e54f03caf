import { sql, type Insertable, type SqlBool } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function latestFreeze(db: Db, reportId: string) {
  return db
    .selectFrom('freeze')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .limit(1);
}

/** How often and as what the reports of these units were frozen, first to last. */
export function sealsOf(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('freeze')
    .innerJoin('report', 'report.id', 'freeze.report_id')
    .select(['report.unit_id', 'report.plan_year', 'freeze.number', 'freeze.kind'])
    .where('report.unit_id', 'in', unitIds)
    .orderBy('freeze.report_id')
    .orderBy('freeze.number');
}

/** Freezes of a report, latest first. */
export function freezesOf(db: Db, reportId: string) {
  return db.selectFrom('freeze').selectAll().where('report_id', '=', reportId).orderBy('number', 'desc');
}

/** Every freeze with its report, report by report in the order of their numbers. */
export function allFreezes(db: Db) {
  return db
    .selectFrom('freeze')
    .innerJoin('report', 'report.id', 'freeze.report_id')
    .selectAll('freeze')
    .select(['report.unit_id', 'report.plan_year'])
    .orderBy('freeze.report_id')
    .orderBy('freeze.number');
}

export function freezeById(db: Db, id: string) {
  return db
    .selectFrom('freeze')
    .innerJoin('report', 'report.id', 'freeze.report_id')
    .selectAll('freeze')
    .select(['report.unit_id', 'report.plan_year'])
    .where('freeze.id', '=', id);
}

export function valuesOfFreeze(db: Db, freezeId: string) {
  return db.selectFrom('figure_value').selectAll().where('freeze_id', '=', freezeId).orderBy('name');
}

export function insertFreeze(db: Db, row: Insertable<Tables['freeze']>) {
  return db
    .insertInto('freeze')
    .values(row)
    .onConflict((conflict) => conflict.columns(['report_id', 'number']).doNothing());
}

export function insertValues(db: Db, rows: Insertable<Tables['figure_value']>[]) {
  return db.insertInto('figure_value').values(rows);
}

/** Digests of the latest signed or corrected freeze of the year of every unit below, by today's tree. */
export function sealsBelow(
  db: Db,
  { unitId, planYear, day }: { unitId: string; planYear: number; day: string },
) {
  return db
    .selectFrom('freeze')
    .innerJoin('report', 'report.id', 'freeze.report_id')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'report.unit_id')
    .where('unit_closure.ancestor_id', '=', unitId)
    .where('unit_closure.depth', '>', 0)
    .where('unit_closure.valid_from', '<=', day)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= ${day})`)
    .where('report.plan_year', '=', planYear)
    .where('freeze.kind', '!=', 'draft')
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('freeze as later')
            .whereRef('later.report_id', '=', 'freeze.report_id')
            .whereRef('later.number', '>', 'freeze.number')
            .select('later.id'),
        ),
      ),
    )
    .select(['report.unit_id', 'freeze.digest'])
    .orderBy('report.unit_id');
}

/** Freezes that the audit log names and the table no longer holds. */
export function lostFreezes(db: Db) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('freeze', 'freeze.id', 'audit_entry.subject_id')
    .where('audit_entry.verb', '=', 'reports.frozen')
    .where('freeze.id', 'is', null)
    .select('audit_entry.subject_id as id');
}
