import type { FactOf } from '#lib/domain/facts/index.ts';
import type { Entry } from '#lib/domain/hours/entry.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { book, takeBack } from './booking.ts';
import { claimsToMove, entriesToMove, giveClaim, standingCopy } from './queries.merge.ts';
import { entryOf } from './rows.ts';

/**
 * Hours of the open years go over as a ledger does it: taken back from the gone record and booked to the kept one.
 * What both have from one source counts once.
 */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId } = fact;
  const claims = await claimsToMove(act.db, fact).execute();
  await people.noteMoved(act, { mergeId, kind: 'claim', rows: claims.map(({ id }) => ({ key: id })) });
  for (const { id } of claims) await giveClaim(act.db, { id, personId: keptId }).execute();
  const entries = (await entriesToMove(act.db, fact).execute()).map(entryOf);
  await people.noteMoved(act, { mergeId, kind: 'entry', rows: entries.map(({ id }) => ({ key: id })) });
  for (const entry of entries) await transfer(act, { entry, to: keptId, reason: '两份档案合并，转记' });
}

/** They go back the same way; what was reversed meanwhile is not booked again. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, keptId, goneId } = fact;
  for (const { key: id } of await people.movedBy(act.db, { mergeId, kind: 'claim' }))
    await giveClaim(act.db, { id, personId: goneId }).execute();
  for (const { key: entryId } of await people.movedBy(act.db, { mergeId, kind: 'entry' })) {
    const row = await standingCopy(act.db, { personId: keptId, entryId }).executeTakeFirst();
    if (row) await transfer(act, { entry: entryOf(row), to: goneId, reason: '合并撤回，转回' });
  }
}

async function transfer(act: Act, asked: { entry: Entry; to: string; reason: string }): Promise<void> {
  const { entry, to, reason } = asked;
  if (!(await takeBack(act, entry, reason))) return;
  const { ledger, planYear, sourceKind, sourceId, origin, ruleId, cut } = entry;
  const measure =
    entry.seconds === null
      ? { seconds: null, hundredths: entry.hundredths }
      : { seconds: entry.seconds, hundredths: null };
  const key = { ledger, personId: to, planYear, sourceKind, sourceId };
  await book(act, key, { ...measure, origin, ruleId, cut });
}
