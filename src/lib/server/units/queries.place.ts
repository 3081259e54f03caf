import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** Name of the unit at the root of the tree of a day; the first in order where there are several. */
export function rootName(db: Db, day: Day) {
  return db
    .selectFrom('unit')
    .select('name')
    .where('parent_id', 'is', null)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .orderBy('sort_order')
    .orderBy('id')
    .limit(1);
}
