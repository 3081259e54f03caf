import { sql, type ExpressionBuilder, type Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** Units valid on a day, both ends included. */
function unitOn(day: Day) {
  return (where: ExpressionBuilder<Tables, 'unit'>) =>
    where.and([
      where('unit.valid_from', '<=', day),
      where.or([where('unit.valid_to', 'is', null), where('unit.valid_to', '>=', day)]),
    ]);
}

/** Places in the tree of a day. */
function placedOn(day: Day) {
  return (where: ExpressionBuilder<Tables, 'unit_closure'>) =>
    where.and([
      where('unit_closure.valid_from', '<=', day),
      where.or([where('unit_closure.valid_to', 'is', null), where('unit_closure.valid_to', '>=', day)]),
    ]);
}

/** The name that a unit bore on a day. */
function nameOn(day: Day) {
  return sql<string>`coalesce((select former.name from unit_former_name as former
    where former.unit_id = unit.id and former.last_day >= ${day} order by former.last_day limit 1), unit.name)`;
}

/** The unit above on a day. */
function parentOn(day: Day) {
  return sql<string | null>`(select above.ancestor_id from unit_closure as above
    where above.unit_id = unit.id and above.depth = 1 and above.valid_from <= ${day}
      and (above.valid_to is null or above.valid_to >= ${day}))`;
}

export function unitById(db: Db, id: string) {
  return db.selectFrom('unit').selectAll().where('id', '=', id);
}

export function siblingNamed(db: Db, asked: { parentId: string | null; name: string; day: Day }) {
  return db
    .selectFrom('unit')
    .select('id')
    .where('parent_id', asked.parentId === null ? 'is' : '=', asked.parentId)
    .where('name', '=', asked.name)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]));
}

export function lastSortOrder(db: Db, parentId: string | null) {
  return db
    .selectFrom('unit')
    .select((sub) => sub.fn.max('sort_order').as('last'))
    .where('parent_id', parentId === null ? 'is' : '=', parentId);
}

export function insertUnit(db: Db, unit: Insertable<Tables['unit']>) {
  return db.insertInto('unit').values(unit);
}

export function setName(db: Db, id: string, name: string) {
  return db.updateTable('unit').set({ name }).where('id', '=', id);
}

/** The new unit stands below itself at depth 0. */
export function insertSelf(db: Db, unitId: string, from: Day) {
  return db
    .insertInto('unit_closure')
    .values({ ancestor_id: unitId, unit_id: unitId, depth: 0, valid_from: from, valid_to: null });
}

/** The new unit stands below everything its parent stands below. */
export function insertBelow(db: Db, asked: { unitId: string; parentId: string; from: Day }) {
  return db
    .insertInto('unit_closure')
    .columns(['ancestor_id', 'unit_id', 'depth', 'valid_from', 'valid_to'])
    .expression((sub) =>
      sub
        .selectFrom('unit_closure as above')
        .select((column) => [
          'above.ancestor_id',
          column.cast<string>(column.val(asked.unitId), 'text').as('unit_id'),
          column('above.depth', '+', column.cast<number>(column.val(1), 'integer')).as('depth'),
          column.cast<string>(column.val(asked.from), 'text').as('valid_from'),
          'above.valid_to',
        ])
        .where('above.unit_id', '=', asked.parentId)
        .where((or) => or.or([or('above.valid_to', 'is', null), or('above.valid_to', '>=', asked.from)])),
    );
}

/** The unit first, then all above it. */
export function ancestors(db: Db, unitId: string, day: Day) {
  return db
    .selectFrom('unit_closure')
    .select('ancestor_id')
    .where('unit_id', '=', unitId)
    .where(placedOn(day))
    .orderBy('depth');
}

/** The unit first, then all above it, by the rows that have no end. */
export function openAncestors(db: Db, unitId: string) {
  return db
    .selectFrom('unit_closure')
    .select('ancestor_id')
    .where('unit_id', '=', unitId)
    .where('valid_to', 'is', null)
    .orderBy('depth');
}

/** The unit first, then all that were above it on the last day of a closed unit. */
export function lastAncestors(db: Db, unitId: string) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('unit', 'unit.id', 'unit_closure.unit_id')
    .select('ancestor_id')
    .where('unit_id', '=', unitId)
    .whereRef('unit_closure.valid_to', '=', 'unit.valid_to')
    .orderBy('depth');
}

/** Name of a unit on a day. */
export function nameOfUnit(db: Db, unitId: string, day: Day) {
  return db.selectFrom('unit').select(nameOn(day).as('name')).where('id', '=', unitId);
}

/** Units at and below some units. */
export function below(db: Db, unitIds: readonly string[], day: Day) {
  return db
    .selectFrom('unit')
    .select(['unit.id', 'unit.sort_order', nameOn(day).as('name'), parentOn(day).as('parent_id')])
    .where('unit.id', 'in', (sub) =>
      sub
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('unit_closure.ancestor_id', 'in', unitIds)
        .where(placedOn(day)),
    )
    .where(unitOn(day));
}

export function everyUnit(db: Db, day: Day) {
  return db
    .selectFrom('unit')
    .select(['unit.id', 'unit.sort_order', nameOn(day).as('name'), parentOn(day).as('parent_id')])
    .where(unitOn(day));
}
