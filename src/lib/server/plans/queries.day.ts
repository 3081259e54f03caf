import type { ExpressionBuilder } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

const NAME = 'followed until';

/** Days after `after` up to and with `until`. */
export interface Passed {
  after: Day;
  until: Day;
}

export function followedUntil(db: Db) {
  return db.selectFrom('plan_day').select('day').where('name', '=', NAME);
}

export function setFollowedUntil(db: Db, day: Day) {
  return db
    .insertInto('plan_day')
    .values({ name: NAME, day })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ day }));
}

/** Persons with a post or class that began on one of these days, or whose last day was the one before. */
export function personsTurned(db: Db, passed: Passed) {
  return db
    .selectFrom('post')
    .leftJoin('post_class', 'post_class.post_id', 'post.id')
    .where((or) => or.or([...turned(or, 'post', passed), ...turned(or, 'post_class', passed)]))
    .select('post.person_id')
    .distinct()
    .orderBy('post.person_id');
}

/** Persons of units that came below others or left them on one of these days. */
export function personsOfMovedUnits(db: Db, passed: Passed) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('post', (join) =>
      join.on((or) =>
        or.or([
          or('post.home_unit_id', '=', or.ref('unit_closure.unit_id')),
          or('post.work_unit_id', '=', or.ref('unit_closure.unit_id')),
        ]),
      ),
    )
    .where((or) => or.or(turned(or, 'unit_closure', passed)))
    .select('post.person_id')
    .distinct()
    .orderBy('post.person_id');
}

type Dated = 'post' | 'post_class' | 'unit_closure';

/** A row that began after `after` and until `until`, or ended on `after` or later but before `until`. */
function turned(of: ExpressionBuilder<Tables, Dated>, table: Dated, { after, until }: Passed) {
  return [
    of.and([of(`${table}.valid_from`, '>', after), of(`${table}.valid_from`, '<=', until)]),
    of.and([of(`${table}.valid_to`, '>=', after), of(`${table}.valid_to`, '<', until)]),
  ];
}
