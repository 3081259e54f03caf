import type { Db } from '../db/index.ts';

/** Number of lessons that a person's plans of a year require and that he has not completed in it. */
export function missingLessons(db: Db, personId: string, planYear: number) {
  return db
    .selectFrom('plan_member')
    .innerJoin('plan', 'plan.id', 'plan_member.plan_id')
    .innerJoin('plan_item', 'plan_item.plan_id', 'plan.id')
    .innerJoin('lesson', 'lesson.course_id', 'plan_item.course_id')
    .leftJoin('lesson_completion as done', (join) =>
      join
        .onRef('done.lesson_id', '=', 'lesson.id')
        .on('done.person_id', '=', personId)
        .on('done.plan_year', '=', planYear)
        .on('done.reversed_at', 'is', null),
    )
    .where('plan_member.person_id', '=', personId)
    .where('plan_member.valid_to', 'is', null)
    .where('plan.plan_year', '=', planYear)
    .where('plan.status', '=', 'published')
    .where('plan_item.is_required', '=', 1)
    .where('done.id', 'is', null)
    .select((with_) => with_.fn.count<number>('lesson.id').distinct().as('missing'));
}
