import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { giveTarget, giveWaiver, targetsToMove, waiversToMove } from './queries.merge.ts';

/** Tasks given by name and waivers of the open years go over; plans follow the posts by themselves. */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId, goneId } = fact;
  const targets = await targetsToMove(act.db, fact).execute();
  const keys = targets.map((row) => ({ key: row.assignment_id }));
  await people.noteMoved(act, { mergeId, kind: 'target', rows: keys });
  for (const { key: assignmentId } of keys)
    await giveTarget(act.db, { assignmentId, from: goneId, to: keptId }).execute();
  const waivers = await waiversToMove(act.db, fact).execute();
  await people.noteMoved(act, { mergeId, kind: 'waiver', rows: waivers.map(({ id }) => ({ key: id })) });
  for (const { id } of waivers) await giveWaiver(act.db, { id, personId: keptId }).execute();
}

export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, keptId, goneId } = fact;
  for (const { key: assignmentId } of await people.movedBy(act.db, { mergeId, kind: 'target' }))
    await giveTarget(act.db, { assignmentId, from: keptId, to: goneId }).execute();
  for (const { key: id } of await people.movedBy(act.db, { mergeId, kind: 'waiver' }))
    await giveWaiver(act.db, { id, personId: goneId }).execute();
}
