import type { Db } from '../db/index.ts';
import type { PapersTables } from '../db/schema/papers.ts';

type BlueprintTable = PapersTables['blueprint'];
type RowTable = PapersTables['blueprint_row'];

export function blueprintById(db: Db, id: string) {
  return db.selectFrom('blueprint').selectAll().where('id', '=', id);
}

export function rowsOf(db: Db, blueprintId: string) {
  return db
    .selectFrom('blueprint_row')
    .selectAll()
    .where('blueprint_id', '=', blueprintId)
    .orderBy('sort_order');
}

/** Blueprints of the units below the given ones, with their size; newest change first. */
export function blueprintsBelow(db: Db, unitIds: string[], today: string) {
  return db
    .selectFrom('blueprint')
    .innerJoin('unit', 'unit.id', 'blueprint.unit_id')
    .leftJoin('blueprint_row', 'blueprint_row.blueprint_id', 'blueprint.id')
    .where('blueprint.unit_id', 'in', (below) =>
      below
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('ancestor_id', 'in', unitIds)
        .where('valid_from', '<=', today)
        .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', today)])),
    )
    .select((with_) => [
      'blueprint.id',
      'blueprint.title',
      'blueprint.changed_at',
      'unit.name as unit_name',
      with_.fn.coalesce(with_.fn.sum<number>('blueprint_row.count'), with_.lit(0)).as('items'),
    ])
    .groupBy(['blueprint.id', 'blueprint.title', 'blueprint.changed_at', 'unit.name'])
    .orderBy('blueprint.changed_at', 'desc')
    .orderBy('blueprint.id');
}

export function insertBlueprint(db: Db, row: BlueprintTable) {
  return db.insertInto('blueprint').values(row);
}

export function updateBlueprint(db: Db, id: string, change: Partial<BlueprintTable>) {
  return db.updateTable('blueprint').set(change).where('id', '=', id);
}

export function insertRows(db: Db, rows: RowTable[]) {
  return db.insertInto('blueprint_row').values(rows);
}

export function deleteRow(db: Db, blueprintId: string, rowId: string) {
  return db.deleteFrom('blueprint_row').where('blueprint_id', '=', blueprintId).where('id', '=', rowId);
}
