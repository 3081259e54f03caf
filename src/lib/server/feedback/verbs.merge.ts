import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { giveFeedback, sentBy } from './queries.keeping.ts';

const KIND = 'feedback';

/** What the gone record sent goes over with its answers, of all years: it is nobody's figure. */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId, goneId } = fact;
  const rows = await sentBy(act.db, goneId).execute();
  await people.noteMoved(act, { mergeId, kind: KIND, rows: rows.map(({ id }) => ({ key: id })) });
  for (const { id } of rows) await giveFeedback(act.db, { id, personId: keptId }).execute();
}

/** It goes back. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  for (const { key: id } of await people.movedBy(act.db, { mergeId: fact.mergeId, kind: KIND }))
    await giveFeedback(act.db, { id, personId: fact.goneId }).execute();
}
