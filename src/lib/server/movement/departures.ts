import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { departuresDue, dropDepartures, settleDeparture } from './queries.status.ts';

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

/** Who holds a post again is no longer leaving, and his account opens again. */
export async function comeBack(act: Act, { personId, day }: { personId: string; day: Day }): Promise<void> {
  await dropDepartures(act.db, personId, act.now).execute();
  await announce(act, { kind: 'personReturned', personId, day });
}
