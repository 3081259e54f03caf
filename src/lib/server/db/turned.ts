import type { ExpressionBuilder } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from './schema/index.ts';

/** Days after `after` up to and with `until`. */
export interface Passed {
  after: Day;
  until: Day;
}

type Dated = 'post' | 'post_class' | 'requirement' | 'unit_closure';

/** A row that began after `after` and until `until`, or ended on `after` or later but before `until`. */
export function turned(of: ExpressionBuilder<Tables, Dated>, table: Dated, { after, until }: Passed) {
  return [
    of.and([of(`${table}.valid_from`, '>', after), of(`${table}.valid_from`, '<=', until)]),
    of.and([of(`${table}.valid_to`, '>=', after), of(`${table}.valid_to`, '<', until)]),
  ];
}

/** Persons with a post or class that began on one of these days, or whose last day was the one before. */
export function personsTurned(db: Db, passed: Passed) {
  return db
    .selectFrom('post')
    .leftJoin('post_class', 'post_class.post_id', 'post.id')
    .where((or) => or.or([...turned(or, 'post', passed), ...turned(or, 'post_class', passed)]))
    .select('post.person_id')
    .distinct();
}
