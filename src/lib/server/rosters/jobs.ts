import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import type { Job } from '../platform/jobs.ts';
import * as units from '../units/index.ts';
import type { RosterContext } from './rows.reading.ts';
import { insertPeople, settlePeople, withdrawPeople, wouldStillDo } from './verbs.apply.ts';

const rosters: imports.ImportKind = {
  kind: 'people',
  imported: 'people.imported',
  withdrawn: 'people.importWithdrawn',
  contextOf: async (act, { from, scope }): Promise<RosterContext> => {
    const today = shanghaiDay(act.now);
    const within = scope === null ? units.wholeTree(act.db, today) : units.treeBelow(act.db, scope, today);
    return { units: await within, today, day: from };
  },
  isStillTrue: wouldStillDo,
  insert: insertPeople,
  activate: async () => undefined,
  settle: settlePeople,
  withdraw: withdrawPeople,
};

/** Reads, writes and takes back rosters, and finishes what a crash cut off. */
export async function runImports(
  act: Act,
  stopping: AbortSignal = new AbortController().signal,
): Promise<imports.Outcome> {
  access.require(act, 'people.resume');
  return imports.runImports(act, rosters, stopping);
}

/** Short, so that after a crash the next process goes on at once; renewed while it works. */
export const importJob: Job = {
  name: 'people.imports',
  everySeconds: 1,
  leaseSeconds: 5,
  isDue: (db, now) => imports.isImportDue(db, 'people', now),
  run: runImports,
};
