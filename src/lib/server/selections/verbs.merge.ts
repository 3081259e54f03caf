import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { listsToJoin } from './queries.merge.ts';
import { insertSelected, removeSelected } from './queries.ts';

const kind = 'list';

/**
 * The kept record joins the open lists of the gone one, which stays on them: it counts until the day of the merge and
 * has no post after it, so that a human counts once on any day.
 */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId } = fact;
  const keys = (await listsToJoin(act.db, fact).execute()).map((row) => row.selection_id);
  if (keys.length === 0) return;
  await people.noteMoved(act, { mergeId, kind, rows: keys.map((key) => ({ key })) });
  const rows = keys.map((selectionId) => ({ selection_id: selectionId, person_id: keptId }));
  await insertSelected(act.db, rows).execute();
}

/** It leaves the lists that it joined so. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  for (const { key: id } of await people.movedBy(act.db, { mergeId: fact.mergeId, kind }))
    await removeSelected(act.db, { id, personIds: [fact.keptId] }).execute();
}
