import type { Db } from '../db/index.ts';

/** Events of the open years that the gone record attended and the kept one did not. */
export function attendancesToMove(
  db: Db,
  asked: { keptId: string; goneId: string; planYears: readonly number[] },
) {
  return db
    .selectFrom('attendance')
    .innerJoin('event', 'event.id', 'attendance.event_id')
    .select('attendance.event_id')
    .where('attendance.person_id', '=', asked.goneId)
    .where('event.plan_year', 'in', asked.planYears)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('attendance as own')
            .select('own.event_id')
            .where('own.person_id', '=', asked.keptId)
            .whereRef('own.event_id', '=', 'attendance.event_id'),
        ),
      ),
    )
    .orderBy('attendance.event_id');
}

export function giveAttendance(db: Db, asked: { eventId: string; from: string; to: string }) {
  return db
    .updateTable('attendance')
    .set({ person_id: asked.to })
    .where('event_id', '=', asked.eventId)
    .where('person_id', '=', asked.from);
}
