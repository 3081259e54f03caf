import { turned, type Db, type Passed } from '../db/index.ts';
import type { Day } from '#lib/domain/shared/time.ts';

const NAME = 'judged until';

export function judgedUntil(db: Db) {
  return db.selectFrom('standing_day').select('day').where('name', '=', NAME);
}

export function setJudgedUntil(db: Db, day: Day) {
  return db
    .insertInto('standing_day')
    .values({ name: NAME, day })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ day }));
}

/** Classes and years of requirements that came into force or ran out. */
export function requirementsTurned(db: Db, passed: Passed) {
  return db
    .selectFrom('requirement')
    .where((or) => or.or(turned(or, 'requirement', passed)))
    .select(['class_code', 'plan_year'])
    .distinct();
}

/** Units that came below others or left them. */
export function unitsTurned(db: Db, passed: Passed) {
  return db
    .selectFrom('unit_closure')
    .where((or) => or.or(turned(or, 'unit_closure', passed)))
    .select('unit_id')
    .distinct();
}
