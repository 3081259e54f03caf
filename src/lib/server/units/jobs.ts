import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import type { Job } from '../platform/jobs.ts';
import { treeBelow, wholeTree } from './questions.ts';
import type { TreeContext } from './rows.reading.ts';
import { beginTree, insertUnits, settleUnits, withdrawUnits } from './verbs.apply.ts';

const trees: imports.ImportKind = {
  kind: 'units',
  imported: 'units.imported',
  withdrawn: 'units.importWithdrawn',
  contextOf: async (act, { scope }): Promise<TreeContext> => {
    const today = shanghaiDay(act.now);
    if (scope === null) return { units: await wholeTree(act.db, today), mayFound: true };
    return { units: await treeBelow(act.db, scope, today), mayFound: false };
  },
  isStillTrue: async () => true,
  insert: insertUnits,
  activate: beginTree,
  settle: settleUnits,
  withdraw: withdrawUnits,
};

/** Reads, writes and takes back trees of units, and finishes what a crash cut off. */
export async function runImports(
  act: Act,
  stopping: AbortSignal = new AbortController().signal,
): Promise<imports.Outcome> {
  access.require(act, 'units.resume');
  return imports.runImports(act, trees, stopping);
}

/** Short, so that after a crash the next process goes on at once; renewed while it works. */
export const importJob: Job = {
  name: 'units.imports',
  everySeconds: 1,
  leaseSeconds: 5,
  isDue: (db, now) => imports.isImportDue(db, 'units', now),
  run: runImports,
};
