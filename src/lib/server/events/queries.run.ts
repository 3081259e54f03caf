import type { Db, Tables } from '../db/index.ts';

/** Begins a run; numInsertedOrUpdatedRows is 0 while another one of the event is not through. */
export function beginRun(db: Db, row: Tables['attendance_run']) {
  return db
    .insertInto('attendance_run')
    .values(row)
    .onConflict((conflict) => conflict.column('event_id').doNothing());
}

export function runOf(db: Db, eventId: string) {
  return db.selectFrom('attendance_run').selectAll().where('event_id', '=', eventId);
}

/** Runs that are not through. */
export function openRuns(db: Db) {
  return db.selectFrom('attendance_run').select('event_id').orderBy('begun_at').orderBy('event_id');
}

/** The next people on the list of an event, by id. */
export function nextAttendees(db: Db, asked: { eventId: string; after: string; limit: number }) {
  return db
    .selectFrom('attendance')
    .select('person_id')
    .where('event_id', '=', asked.eventId)
    .where('person_id', '>', asked.after)
    .orderBy('person_id')
    .limit(asked.limit);
}

/** Moves a run on from where it was seen; numUpdatedRows is 0 when another was first. */
export function moveRun(db: Db, asked: { eventId: string; from: string; to: string }) {
  return db
    .updateTable('attendance_run')
    .set({ after_person_id: asked.to })
    .where('event_id', '=', asked.eventId)
    .where('after_person_id', '=', asked.from);
}

export function endRun(db: Db, asked: { eventId: string; from: string }) {
  return db
    .deleteFrom('attendance_run')
    .where('event_id', '=', asked.eventId)
    .where('after_person_id', '=', asked.from);
}
