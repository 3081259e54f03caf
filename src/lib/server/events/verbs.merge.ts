import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { attendancesToMove, giveAttendance } from './queries.merge.ts';

const kind = 'attendance';

/** Attendance of the open years goes over; an event that both attended was attended once. */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId: to, goneId: from } = fact;
  const found = await attendancesToMove(act.db, fact).execute();
  const rows = found.map((row) => ({ key: row.event_id }));
  await people.noteMoved(act, { mergeId, kind, rows });
  for (const { event_id: eventId } of found) await giveAttendance(act.db, { eventId, from, to }).execute();
}

export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, keptId: from, goneId: to } = fact;
  for (const { key: eventId } of await people.movedBy(act.db, { mergeId, kind }))
    await giveAttendance(act.db, { eventId, from, to }).execute();
}
