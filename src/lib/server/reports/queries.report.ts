import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function reportOfYear(db: Db, { unitId, planYear }: { unitId: string; planYear: number }) {
  return db.selectFrom('report').selectAll().where('unit_id', '=', unitId).where('plan_year', '=', planYear);
}

export function reportById(db: Db, id: string) {
  return db.selectFrom('report').selectAll().where('id', '=', id);
}

/** Opens a unit's report of a year; nothing happens where it is open. */
export function openReport(db: Db, row: Insertable<Tables['report']>) {
  return db
    .insertInto('report')
    .values(row)
    .onConflict((conflict) => conflict.columns(['unit_id', 'plan_year']).doNothing());
}

export function sectionsOf(db: Db, reportId: string) {
  return db
    .selectFrom('report_section')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('sort_order')
    .orderBy('section');
}

export function keepSection(db: Db, row: Insertable<Tables['report_section']>) {
  return db
    .insertInto('report_section')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['report_id', 'section'])
        .doUpdateSet({ sort_order: row.sort_order, is_omitted: row.is_omitted, title: row.title }),
    );
}

/** Last revision of every sentence of a report, in the order of their first writing. */
export function sentencesOf(db: Db, reportId: string) {
  return db
    .selectFrom('report_sentence as sentence')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('revision', '=', (of) =>
      of
        .selectFrom('report_sentence as last')
        .whereRef('last.report_id', '=', 'sentence.report_id')
        .whereRef('last.place', '=', 'sentence.place')
        .select((last) => last.fn.max('last.revision').as('revision')),
    )
    .orderBy('place');
}

/** Every revision of one sentence, latest first. */
export function revisionsOf(db: Db, reportId: string, place: string) {
  return db
    .selectFrom('report_sentence')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('place', '=', place)
    .orderBy('revision', 'desc');
}

/** Adds a revision; no row is inserted where somebody else has written the same one. */
export function insertRevision(db: Db, row: Insertable<Tables['report_sentence']>) {
  return db
    .insertInto('report_sentence')
    .values(row)
    .onConflict((conflict) => conflict.columns(['report_id', 'place', 'revision']).doNothing());
}
