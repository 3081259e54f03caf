import type { Status } from '#lib/domain/people/codes.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { comeBack, departuresOver } from './departures.ts';
import { insertStatusChange } from './queries.status.ts';

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
  access.require(act, 'people.resume');
  const unitId = await people.endHeldPosts(act, { personId, day });
  if (unitId === undefined) return;
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

/** Lets somebody be back as a roster says: he is no longer leaving, and his account opens again. */
export async function returnAgain(act: Act, asked: { personId: string; day: Day }): Promise<void> {
  access.require(act, 'people.resume');
  await comeBack(act, asked);
}
