import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { completionsToMove, giveCompletion } from './queries.merge.ts';

const kind = 'completion';

/** Lessons completed in the open years go over; those that both completed stay with the gone record. */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const found = await completionsToMove(act.db, fact).execute();
  const rows = found.map(({ id }) => ({ key: id }));
  await people.noteMoved(act, { mergeId: fact.mergeId, kind, rows });
  for (const { id } of found) await giveCompletion(act.db, { id, personId: fact.keptId }).execute();
}

export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  for (const { key: id } of await people.movedBy(act.db, { mergeId: fact.mergeId, kind }))
    await giveCompletion(act.db, { id, personId: fact.goneId }).execute();
}
