import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from './schema/index.ts';

/** Units at and below some units in the tree of a day, as a subquery of ids. */
export function unitsBelow(db: Db, unitIds: readonly string[], day: Day) {
  return db
    .selectFrom('unit_closure')
    .select('unit_closure.unit_id')
    .where('unit_closure.ancestor_id', 'in', unitIds)
    .where('unit_closure.valid_from', '<=', day)
    .where((or) => or.or([or('unit_closure.valid_to', 'is', null), or('unit_closure.valid_to', '>=', day)]));
}
