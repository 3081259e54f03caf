import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { endOf, isMidYear } from './queries.day.ts';
import { countRows, empty, pageRows, type PageOf, type Rows } from './queries.figure.ts';
import { roster, validOn } from './queries.roster.ts';
import { unitNameOn } from './queries.unit.ts';

/** People with required courses in a plan of the year on the as-of day; those who left no lesson of them count. */
export function population(db: Db, scope: FigureScope): Rows {
  return roster(db, scope)
    .where((of) => of.exists(required(db, scope).select('plan.id')))
    .select(['person.id', 'person.name as title', 'person.name_key as sorted_by'])
    .select(unitNameOn(scope.asOf).as('unit_name'))
    .select([empty.day.as('day'), empty.hundredths.as('hundredths')])
    .select([empty.amount.as('amount'), empty.tags.as('tags')])
    .select((of) =>
      of
        .case()
        .when(of.exists(openLessons(db, scope)))
        .then(of.lit(0))
        .else(of.lit(1))
        .end()
        .as('counted'),
    );
}

export function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  return countRows(db, population(db, scope));
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}

/** Published required courses of the published plans that the person is a member of on the day. */
function required(db: Db, scope: FigureScope) {
  return db
    .selectFrom('plan_member')
    .innerJoin('plan', 'plan.id', 'plan_member.plan_id')
    .innerJoin('plan_item', 'plan_item.plan_id', 'plan.id')
    .innerJoin('course', 'course.id', 'plan_item.course_id')
    .where(sql<SqlBool>`plan_member.person_id = person.id`)
    .where(validOn('plan_member', scope.asOf))
    .where('plan.plan_year', '=', scope.planYear)
    .where('plan.status', '=', 'published')
    .where('plan_item.is_required', '=', 1)
    .where('course.status', '=', 'published')
    .where((of) => of.not(of.exists(wholeReleases(db, scope))));
}

/** Approved releases of the person from the whole requirement of the plan: its courses are not asked of him. */
function wholeReleases(db: Db, scope: FigureScope) {
  return db
    .selectFrom('waiver')
    .where(sql<SqlBool>`waiver.person_id = person.id`)
    .where(sql<SqlBool>`waiver.requirement_id = plan.requirement_id`)
    .where('waiver.status', '=', 'approved')
    .where('waiver.released_hundredths', 'is', null)
    .$if(isMidYear(scope), (query) => query.where('waiver.decided_at', '<', endOf(scope)))
    .select('waiver.id');
}

/** Lessons of those courses, published, that the person has not completed in the year. */
function openLessons(db: Db, scope: FigureScope) {
  return required(db, scope)
    .innerJoin('lesson', 'lesson.course_id', 'plan_item.course_id')
    .where((of) =>
      of.exists(
        of
          .selectFrom('lesson_version')
          .whereRef('lesson_version.lesson_id', '=', 'lesson.id')
          .where('lesson_version.status', '=', 'published')
          .select('lesson_version.id'),
      ),
    )
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('lesson_completion')
            .where(sql<SqlBool>`lesson_completion.person_id = person.id`)
            .whereRef('lesson_completion.lesson_id', '=', 'lesson.id')
            .where('lesson_completion.plan_year', '=', scope.planYear)
            .where('lesson_completion.reversed_at', 'is', null)
            .$if(isMidYear(scope), (query) =>
              query.where('lesson_completion.completed_at', '<', endOf(scope)),
            )
            .select('lesson_completion.id'),
        ),
      ),
    )
    .select('lesson.id');
}
