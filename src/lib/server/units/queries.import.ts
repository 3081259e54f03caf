import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** Units of an import begin on their day, in the statement that makes them valid. */
export function beginUnits(db: Db, asked: { batchId: string; from: Day }) {
  return db.updateTable('unit').set({ valid_from: asked.from }).where('batch_id', '=', asked.batchId);
}

export function beginPlaces(db: Db, asked: { batchId: string; from: Day }) {
  return db
    .updateTable('unit_closure')
    .set({ valid_from: asked.from })
    .where('unit_id', 'in', (sub) =>
      sub.selectFrom('unit').select('unit.id').where('unit.batch_id', '=', asked.batchId),
    );
}

/** Units of an import that have nothing below them. */
export function lowestUnits(db: Db, asked: { batchId: string; limit: number }) {
  return db
    .selectFrom('unit')
    .select('unit.id')
    .where('unit.batch_id', '=', asked.batchId)
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('unit as child').select('child.id').whereRef('child.parent_id', '=', 'unit.id'),
        ),
      ),
    )
    .limit(asked.limit);
}

export function removePlaces(db: Db, unitIds: readonly string[]) {
  return db.deleteFrom('unit_closure').where('unit_id', 'in', unitIds);
}

export function removeUnits(db: Db, unitIds: readonly string[]) {
  return db.deleteFrom('unit').where('id', 'in', unitIds);
}

export function setOrder(db: Db, asked: { unitId: string; order: number }) {
  return db.updateTable('unit').set({ sort_order: asked.order }).where('id', '=', asked.unitId);
}
