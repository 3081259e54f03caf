import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { exemptionsToMove, giveExemption } from './queries.merge.ts';

/** Decided exemptions go over with the seats to which they belong; exams has given those already. */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId: personId, goneId, planYears } = fact;
  const seats = await people.movedBy(act.db, { mergeId, kind: 'seat' });
  const examIds = new Set(seats.map((seat) => seat.key));
  const all = await exemptionsToMove(act.db, { personId: goneId, planYears }).execute();
  const found = all.filter((one) => examIds.has(one.exam_id));
  await people.noteMoved(act, { mergeId, kind: 'exemption', rows: found.map(({ id }) => ({ key: id })) });
  for (const { id } of found) await giveExemption(act.db, { id, personId }).execute();
}

/** They go back. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, goneId } = fact;
  for (const { key: id } of await people.movedBy(act.db, { mergeId, kind: 'exemption' }))
    await giveExemption(act.db, { id, personId: goneId }).execute();
}
