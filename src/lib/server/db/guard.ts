import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';

const inside = new AsyncLocalStorage<true>();

/** Runs `work` as the inside of a transaction: the public database refuses queries there. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return inside.run(true, work);
}

/** Runs `work` outside the transaction that called it, for what must happen later or apart. */
export function leavingTransaction<T>(work: () => T): T {
  return inside.exit(work);
}

/** Throws inside a transaction: a query that does not belong to it would wait for it, or read past it. */
export function refuseInsideTransaction(): void {
  if (!inside.getStore()) return;
  throw new Error(
    'a query went to the public database inside a transaction: pass the act of the transaction on',
  );
}

/**
 * Refuses a query on the public database while a transaction is open in the same chain of calls.
 * It looks at the query before Kysely takes the single connection's mutex; a guard in the driver would hang.
 */
export class TransactionGuard implements KyselyPlugin {
  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    refuseInsideTransaction();
    return args.node;
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }
}
