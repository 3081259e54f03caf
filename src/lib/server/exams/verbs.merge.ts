import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.merge.ts';

const MERGED = '与另一份档案合并，按合并后的档案统计';

type Seat = Awaited<ReturnType<ReturnType<typeof q.seatsOf>['execute']>>[number];

/**
 * Seats and attempts in exams of the open years go over. Where both stood on a list the kept
 * record's seat counts and the other is left; attempts of both count as one person's, the best of them.
 */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId, goneId, planYears } = fact;
  const own = new Set(
    (await q.seatsOf(act.db, { personId: keptId, planYears }).execute()).map((seat) => seat.exam_id),
  );
  const seats = await q.seatsOf(act.db, { personId: goneId, planYears }).execute();
  const given = seats.filter((seat) => !own.has(seat.exam_id));
  const left = seats.filter((seat) => own.has(seat.exam_id));
  await people.noteMoved(act, { mergeId, kind: 'seat', rows: given.map((seat) => ({ key: seat.exam_id })) });
  for (const { exam_id: examId } of given)
    await q.giveSeat(act.db, { examId, from: goneId, to: keptId }).execute();
  await leaveSeats(act, fact, left);
  await moveAttempts(act, fact);
  await moveStandings(act, fact);
}

/** Extra time that somebody needs in every exam goes on for him. */
async function moveStandings(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const standings = await q.standingsOf(act.db, fact.goneId).execute();
  const rows = standings.map(({ id }) => ({ key: id }));
  await people.noteMoved(act, { mergeId: fact.mergeId, kind: 'standing', rows });
  for (const { id } of standings) await q.giveStanding(act.db, { id, personId: fact.keptId }).execute();
}

async function leaveSeats(act: Act, fact: FactOf<'personsMerged'>, left: readonly Seat[]): Promise<void> {
  const rows = left.map(({ exam_id: key, state, reason }) => ({
    ...{ key, detail: JSON.stringify({ v: 1, state, reason }) },
  }));
  await people.noteMoved(act, { mergeId: fact.mergeId, kind: 'seatLeft', rows });
  for (const { exam_id: examId } of left)
    await q.setSeat(act.db, { examId, personId: fact.goneId, state: 'left', reason: MERGED }).execute();
}

async function moveAttempts(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId: personId, goneId, planYears } = fact;
  const attempts = await q.attemptsToMove(act.db, { personId: goneId, planYears }).execute();
  const rows = attempts.map(({ id, number }) => ({ key: id, detail: String(number) }));
  await people.noteMoved(act, { mergeId, kind: 'attempt', rows });
  for (const { id, exam_id: examId } of attempts) {
    const last = await q.lastNumber(act.db, { examId, personId }).executeTakeFirst();
    await q.giveAttempt(act.db, { id, personId, number: (last?.last ?? 0) + 1 }).execute();
  }
}

/** Everything that went over returns; what the kept record sat since stays with it. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, keptId, goneId } = fact;
  const moved = (kind: string) => people.movedBy(act.db, { mergeId, kind });
  for (const { key: id, detail } of await moved('attempt'))
    await q.giveAttempt(act.db, { id, personId: goneId, number: Number(detail) }).execute();
  for (const { key: id } of await moved('standing'))
    await q.giveStanding(act.db, { id, personId: goneId }).execute();
  for (const { key: examId } of await moved('seat'))
    await q.giveSeat(act.db, { examId, from: keptId, to: goneId }).execute();
  for (const { key: examId, detail } of await moved('seatLeft')) {
    const was = JSON.parse(detail ?? '') as { v: 1; state: Seat['state']; reason: string | null };
    await q.setSeat(act.db, { examId, personId: goneId, state: was.state, reason: was.reason }).execute();
  }
}
