import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import type { Blueprint } from './questions.ts';
import * as queries from './queries.ts';

/** Changes a blueprint after its verb has asked: `work`, its columns, and the audit entry in one transaction. */
export async function change(
  act: Act,
  blueprint: Blueprint,
  columns: { title?: string; half_for_subset?: number },
  work: (act: Act) => Promise<void> = async () => undefined,
): Promise<void> {
  await inTransaction(act, async (act) => {
    await work(act);
    await queries.updateBlueprint(act.db, blueprint.id, { ...columns, changed_at: act.now }).execute();
    await audit.record(act, {
      verb: 'blueprint.changed',
      unitId: blueprint.unitId,
      subject: { kind: 'blueprint', id: blueprint.id },
      details: columns,
    });
  });
}
