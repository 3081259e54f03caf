import type { Fact, FactKind, FactOf } from '#lib/domain/facts/index.ts';
import { runtimeOf, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';

/**
 * Tells the rooms above that something happened. Listeners run one after another in the same transaction,
 * in the order of `wiring.ts`; a listener that throws undoes the act. Throws outside a transaction.
 */
export async function announce(act: Act, fact: Fact): Promise<void> {
  if (!act.db.isTransaction) throw new Error(`announce(${fact.kind}) needs a transaction`);
  for (const listen of runtimeOf(act.db).subscribers.get(fact.kind) ?? []) await listen(act, fact);
}

/** Adds a listener; called by `wiring.ts` alone. */
export function subscribe<Kind extends FactKind>(
  db: Db,
  kind: Kind,
  listen: (act: Act, fact: FactOf<Kind>) => Promise<void>,
): void {
  const { subscribers } = runtimeOf(db);
  const listeners = subscribers.get(kind) ?? [];
  listeners.push(listen as unknown as (typeof listeners)[number]);
  subscribers.set(kind, listeners);
}
