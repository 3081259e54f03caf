import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** Units below the first. */
export function unitsBelow(db: Db) {
  return db.selectFrom('unit').select('id').where('parent_id', 'is not', null);
}

/** People with a post who hold none of these roles, which run the installation. */
export function staff(db: Db, running: readonly string[]) {
  return db
    .selectFrom('post')
    .select('post.person_id')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('account')
            .innerJoin('role_grant', 'role_grant.account_id', 'account.id')
            .select('account.id')
            .whereRef('account.person_id', '=', 'post.person_id')
            .where('role_grant.role', 'in', running),
        ),
      ),
    );
}

/** Coordinators of the day, and how many of their accounts are in use. */
export function coordinatorCounts(db: Db, day: Day) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select((of) => [
      of.fn.count<number>('account.id').distinct().as('named'),
      of.fn
        .count<number>(
          of.case().when('account.password_set_at', 'is not', null).then(of.ref('account.id')).end(),
        )
        .distinct()
        .as('settled'),
    ])
    .where('role_grant.role', '=', 'coordinator')
    .where('role_grant.valid_from', '<=', day)
    .where((or) => or.or([or('role_grant.valid_to', 'is', null), or('role_grant.valid_to', '>=', day)]));
}

/** What is asked of anybody in this year or a later one. */
export function requirements(db: Db, planYear: number) {
  return db.selectFrom('requirement').select('id').where('plan_year', '>=', planYear);
}

export function questions(db: Db) {
  return db.selectFrom('question').select('id');
}

export function publishedLessons(db: Db) {
  return db.selectFrom('lesson_version').select('id').where('published_at', 'is not', null);
}

export function assignments(db: Db) {
  return db.selectFrom('assignment').select('id');
}

export function publishedPlans(db: Db) {
  return db.selectFrom('plan').select('id').where('status', '=', 'published');
}
