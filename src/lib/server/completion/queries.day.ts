import type { ExpressionBuilder } from 'kysely';
import type { Db, Tables } from '../db/index.ts';
import type { Day } from '#lib/domain/shared/time.ts';

const NAME = 'judged until';

/** Days after `after` up to and with `until`. */
export interface Passed {
  after: Day;
  until: Day;
}

export function judgedUntil(db: Db) {
  return db.selectFrom('standing_day').select('day').where('name', '=', NAME);
}

export function setJudgedUntil(db: Db, day: Day) {
  return db
    .insertInto('standing_day')
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
    .distinct();
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

type Dated = 'post' | 'post_class' | 'requirement' | 'unit_closure';

/** A row that began after `after` and until `until`, or ended on `after` or later but before `until`. */
function turned(of: ExpressionBuilder<Tables, Dated>, table: Dated, { after, until }: Passed) {
  return [
    of.and([of(`${table}.valid_from`, '>', after), of(`${table}.valid_from`, '<=', until)]),
    of.and([of(`${table}.valid_to`, '>=', after), of(`${table}.valid_to`, '<', until)]),
  ];
}
