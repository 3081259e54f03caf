import type { Status } from '#lib/domain/people/codes.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import {
  departuresDue,
  dropDepartures,
  insertStatusChange,
  postsReaching,
  settleDeparture,
} from './queries.status.ts';
import { endPost } from './succession.ts';

/** So many are settled at a time. */
const MOST = 50;

/**
 * Settles departures whose day has come, of one person or of everybody: whoever listens closes what he had. Who sits in
 * an exam is let finish it first. Answers how many there were.
 */
export async function departuresOver(act: Act, { personId }: { personId?: string }): Promise<number> {
  const due = await departuresDue(act.db, { today: shanghaiDay(act.now), limit: MOST, personId }).execute();
  for (const one of due) {
    const settled = await settleDeparture(act.db, one.id, act.now).executeTakeFirst();
    if (settled.numUpdatedRows === 0n) continue;
    await announce(act, {
      kind: 'personDeparted',
      personId: one.person_id,
      day: one.day,
      status: one.status,
    });
  }
  return due.length;
}

interface Departing {
  personId: string;
  status: Status;
  /** First day without a post. */
  day: Day;
  /** The roster that says so. */
  batchId: string;
}

/**
 * Lets somebody leave as a roster says, as the verb of status does: his posts end with the day before, the departure
 * stands in his record, and on the day his account is closed. A post that begins later is left alone; with it he
 * is still here.
 */
export async function depart(act: Act, { personId, status, day, batchId }: Departing): Promise<void> {
  const held = (await postsReaching(act.db, personId, day).execute()).filter(
    (post) => post.valid_from <= day,
  );
  const unitId = held[0]?.home_unit_id;
  if (unitId === undefined) return;
  for (const post of held) await endPost(act, post.id, day);
  const hand = signatureOf(act);
  await insertStatusChange(act.db, {
    ...{ id: newId(), person_id: personId, unit_id: unitId, status, day, reason: '名册导入' },
    ...{ expected_until: null, place: null, file_id: null, settled_at: null },
    ...{ entered_by: hand.id, entered_by_name: hand.name, entered_at: act.now },
  }).execute();
  const subject = { kind: 'person', id: personId };
  await audit.record(act, {
    verb: 'people.statusChanged',
    unitId,
    subject,
    details: { status, day, batchId },
  });
  await announce(act, { kind: 'postChanged', personId, day });
  await announce(act, { kind: 'classChanged', personId, day });
  if (day <= shanghaiDay(act.now)) await departuresOver(act, { personId });
}

/** Who holds a post again is no longer leaving, and his account opens again. */
export async function comeBack(act: Act, { personId, day }: { personId: string; day: Day }): Promise<void> {
  await dropDepartures(act.db, personId, act.now).execute();
  await announce(act, { kind: 'personReturned', personId, day });
}
