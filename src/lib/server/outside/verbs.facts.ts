import type { FactOf } from '#lib/domain/facts/index.ts';
import type { Act } from '../platform/act.ts';
import { markReturned } from './queries.ts';

/** One entry alone was reversed in the ledger: its record stands no longer, and the result may come again. */
export async function onOutsideEntryReversed(act: Act, fact: FactOf<'outsideEntryReversed'>): Promise<void> {
  await markReturned(act.db, { id: fact.recordId, at: act.now, reason: fact.reason }).execute();
}
