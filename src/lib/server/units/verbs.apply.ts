import { DomainError } from '#lib/domain/shared/errors.ts';
import type { AppliedRow, Batch } from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.ts';
import * as brought from './queries.import.ts';
import type { StagedUnit } from './rows.reading.ts';

/** A day that does not come: units of an import are valid on none before it is done. */
const NEVER = '9999-12-31';

function stagedOf(row: AppliedRow): StagedUnit {
  const staged = row.payload() as StagedUnit;
  if (staged.v !== 1) throw new Error(`unknown version ${String(staged.v)} of an import row`);
  return staged;
}

/** Inserts new units, those above before those below; none is valid yet. */
export async function insertUnits(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void> {
  for (const row of rows) {
    const { name, parentId, order } = stagedOf(row);
    const day = batch.from;
    if (await q.siblingNamed(act.db, { parentId, name, day }).executeTakeFirst()) {
      throw new DomainError('conflict', `检查之后有人建立了同名单位“${name}”，本次导入没有写入。`);
    }
    const last = await q.lastSortOrder(act.db, parentId).executeTakeFirst();
    const unit = { id: row.subjectId, name, parent_id: parentId, sort_order: order ?? (last?.last ?? 0) + 1 };
    await q.insertUnit(act.db, { ...unit, valid_from: NEVER, valid_to: null, batch_id: batch.id }).execute();
    await q.insertSelf(act.db, unit.id, NEVER).execute();
    if (parentId !== null) {
      await q.insertBelow(act.db, { unitId: unit.id, parentId, from: NEVER }).execute();
    }
  }
}

/** All at once: the units of an import begin. */
export async function beginTree(act: Act, { id: batchId, from }: Batch): Promise<void> {
  await brought.beginUnits(act.db, { batchId, from }).execute();
  await brought.beginPlaces(act.db, { batchId, from }).execute();
}

/** Orders of units that were there. */
export async function settleUnits(act: Act, _batch: Batch, rows: AppliedRow[]): Promise<void> {
  for (const row of rows.filter((one) => one.action === 'change')) {
    const { order } = stagedOf(row);
    if (order !== null) await brought.setOrder(act.db, { unitId: row.subjectId, order }).execute();
  }
}

/** Removes the next of the units that an import brought in, those below before those above. */
export async function withdrawUnits(act: Act, batch: Batch, limit: number): Promise<number> {
  const found = await brought.lowestUnits(act.db, { batchId: batch.id, limit }).execute();
  const ids = found.map((one) => one.id);
  if (ids.length === 0) return 0;
  await brought.removePlaces(act.db, ids).execute();
  await brought.removeUnits(act.db, ids).execute();
  return ids.length;
}
