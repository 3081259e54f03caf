import type { FactOf } from '#lib/domain/facts/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { markReturned } from './queries.ts';
import { giveRecord, recordsToMove, standAgain } from './queries.merge.ts';
import { announceEntered } from './verbs.apply.ts';

const moved = 'outside';
const doubled = 'outsideTwin';
const reason = '两份档案合并，同一成绩只记一次';

/**
 * Results of the open years go over. What both records have from one system counts once: that of the gone record is
 * taken back. Called before the ledger moves what stands.
 */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId, goneId } = fact;
  const found = await recordsToMove(act.db, fact).execute();
  const twins = found.filter((row) => row.twin_id !== null);
  const others = found.filter((row) => row.twin_id === null);
  const keys = (rows: typeof found) => rows.map(({ id }) => ({ key: id }));
  await people.noteMoved(act, { mergeId, kind: doubled, rows: keys(twins) });
  await people.noteMoved(act, { mergeId, kind: moved, rows: keys(others) });
  for (const { id: recordId, plan_year: planYear } of twins) {
    await markReturned(act.db, { id: recordId, at: act.now, reason }).execute();
    await announce(act, { kind: 'outsideResultReturned', recordId, personId: goneId, planYear, reason });
  }
  for (const { id } of others) await giveRecord(act.db, { id, personId: keptId }).execute();
}

/** They go back; called after the ledger has given back what it moved. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, goneId } = fact;
  for (const { key: id } of await people.movedBy(act.db, { mergeId, kind: moved }))
    await giveRecord(act.db, { id, personId: goneId }).execute();
  const again: string[] = [];
  for (const { key: id } of await people.movedBy(act.db, { mergeId, kind: doubled })) {
    const stands = await standAgain(act.db, { id, reason }).executeTakeFirst();
    if (stands.numUpdatedRows > 0n) again.push(id);
  }
  await announceEntered(act, again);
}
