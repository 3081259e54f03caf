import { unitLabel, type Db, type Tables } from '../db/index.ts';

/** Adds people to an event; who is on the list already stays as he is. */
export function insertAttendance(db: Db, rows: readonly Tables['attendance'][]) {
  return db
    .insertInto('attendance')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['event_id', 'person_id']).doNothing());
}

export function removeAttendance(db: Db, asked: { eventId: string; personId: string }) {
  return db
    .deleteFrom('attendance')
    .where('event_id', '=', asked.eventId)
    .where('person_id', '=', asked.personId);
}

/** Sets the unit in which somebody on the list counted. */
export function placeAttendance(db: Db, asked: { eventId: string; personId: string; unitId: string }) {
  return db
    .updateTable('attendance')
    .set({ unit_id: asked.unitId })
    .where('event_id', '=', asked.eventId)
    .where('person_id', '=', asked.personId);
}

/** Who attended, with the unit in which he counted that day, by name. */
export function attendeesOf(db: Db, eventId: string) {
  return db
    .selectFrom('attendance')
    .innerJoin('person', 'person.id', 'attendance.person_id')
    .innerJoin('unit', 'unit.id', 'attendance.unit_id')
    .select(['person.id', 'person.name', 'unit.id as unit_id', unitLabel.as('unit_name')])
    .where('attendance.event_id', '=', eventId)
    .orderBy('person.name_key')
    .orderBy('person.id');
}
