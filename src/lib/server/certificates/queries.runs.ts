import type { Db, Tables } from '../db/index.ts';

export function insertRun(db: Db, row: Tables['certificate_run']) {
  return db.insertInto('certificate_run').values(row);
}

export function runById(db: Db, id: string) {
  return db.selectFrom('certificate_run').selectAll().where('id', '=', id);
}

/** Runs that are not through, the oldest first. */
export function openRuns(db: Db) {
  return db
    .selectFrom('certificate_run')
    .select('id')
    .where('done_at', 'is', null)
    .orderBy('begun_at')
    .orderBy('id');
}

/** The latest runs for some units. */
export function recentRuns(db: Db, asked: { unitIds: readonly string[]; limit: number }) {
  return db
    .selectFrom('certificate_run')
    .innerJoin('unit', 'unit.id', 'certificate_run.unit_id')
    .selectAll('certificate_run')
    .select('unit.name as unit_name')
    .where('certificate_run.issuer_unit_id', 'in', asked.unitIds)
    .orderBy('certificate_run.begun_at', 'desc')
    .orderBy('certificate_run.id')
    .limit(asked.limit);
}

/** Moves a run on from where it was seen; updates nothing when another was first. */
export function moveRun(
  db: Db,
  asked: { id: string; from: string; to: string; issued: number; passedOver: number },
) {
  return db
    .updateTable('certificate_run')
    .set((set) => ({
      after_person_id: asked.to,
      issued: set('issued', '+', asked.issued),
      passed_over: set('passed_over', '+', asked.passedOver),
    }))
    .where('id', '=', asked.id)
    .where('after_person_id', '=', asked.from)
    .where('done_at', 'is', null);
}

export function endRun(db: Db, asked: { id: string; at: string }) {
  return db
    .updateTable('certificate_run')
    .set({ done_at: asked.at, open_key: null })
    .where('id', '=', asked.id)
    .where('done_at', 'is', null);
}
