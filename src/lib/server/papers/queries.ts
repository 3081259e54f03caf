import { contains, unitsBelow, type Db } from '../db/index.ts';
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

export interface BelowAsk {
  unitIds: readonly string[];
  day: string;
  search: string;
}

/** Blueprints of the units below the given ones whose title holds the search text. */
function below(db: Db, asked: BelowAsk) {
  return db
    .selectFrom('blueprint')
    .innerJoin('unit', 'unit.id', 'blueprint.unit_id')
    .where(contains('blueprint.title', asked.search))
    .where('blueprint.unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day));
}

/** One page of them with their size, the newest change first. */
export function blueprintsBelow(db: Db, asked: BelowAsk & { offset: number; limit: number }) {
  return below(db, asked)
    .leftJoin('blueprint_row', 'blueprint_row.blueprint_id', 'blueprint.id')
    .select((with_) => [
      'blueprint.id',
      'blueprint.title',
      'blueprint.changed_at',
      'unit.name as unit_name',
      with_.fn.coalesce(with_.fn.sum<number>('blueprint_row.count'), with_.lit(0)).as('items'),
    ])
    .groupBy(['blueprint.id', 'blueprint.title', 'blueprint.changed_at', 'unit.name'])
    .orderBy('blueprint.changed_at', 'desc')
    .orderBy('blueprint.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countBelow(db: Db, asked: BelowAsk) {
  return below(db, asked).select((with_) => with_.fn.countAll<number>().as('count'));
}

export function topics(db: Db) {
  return db.selectFrom('topic').select(['id', 'name']).orderBy('name');
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

export function updateRow(db: Db, blueprintId: string, rowId: string, change: Partial<RowTable>) {
  return db
    .updateTable('blueprint_row')
    .set(change)
    .where('blueprint_id', '=', blueprintId)
    .where('id', '=', rowId);
}

export function deleteRow(db: Db, blueprintId: string, rowId: string) {
  return db.deleteFrom('blueprint_row').where('blueprint_id', '=', blueprintId).where('id', '=', rowId);
}
