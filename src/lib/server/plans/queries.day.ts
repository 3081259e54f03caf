import type { Day } from '#lib/domain/shared/time.ts';
import { turned, type Db, type Passed } from '../db/index.ts';

const NAME = 'followed until';

export function followedUntil(db: Db) {
  return db.selectFrom('plan_day').select('day').where('name', '=', NAME);
}

export function setFollowedUntil(db: Db, day: Day) {
  return db
    .insertInto('plan_day')
    .values({ name: NAME, day })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ day }));
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
