import type { Db } from '../db/index.ts';

/** Adds a lesson at the end of its course. */
export function insertLesson(db: Db, { id, courseId }: { id: string; courseId: string }) {
  return db
    .insertInto('lesson')
    .columns(['id', 'course_id', 'sort_order'])
    .expression((lesson) =>
      lesson
        .selectFrom('course')
        .where('course.id', '=', courseId)
        .select((course) => [
          course.cast<string>(course.val(id), 'text').as('id'),
          'course.id as course_id',
          course
            .selectFrom('lesson')
            .where('lesson.course_id', '=', courseId)
            .select(({ fn, lit, eb }) =>
              eb(fn.coalesce(fn.max('sort_order'), lit(0)), '+', lit(1)).as('next'),
            )
            .as('sort_order'),
        ]),
    );
}

/** A lesson with the course to which it belongs. */
export function lessonById(db: Db, id: string) {
  return db
    .selectFrom('lesson')
    .innerJoin('course', 'course.id', 'lesson.course_id')
    .select([
      'lesson.id',
      'lesson.course_id',
      'lesson.sort_order',
      'course.unit_id',
      'course.title as course_title',
    ])
    .where('lesson.id', '=', id);
}

/** A course's lessons in order, each with its published version and its draft, where there are such. */
export function lessonsOf(db: Db, courseId: string) {
  return db
    .selectFrom('lesson')
    .leftJoin('lesson_version as published', (join) =>
      join.onRef('published.lesson_id', '=', 'lesson.id').on('published.status', '=', 'published'),
    )
    .leftJoin('lesson_version as draft', (join) =>
      join.onRef('draft.lesson_id', '=', 'lesson.id').on('draft.status', '=', 'draft'),
    )
    .select([
      'lesson.id',
      'lesson.sort_order',
      'published.title as published_title',
      'published.version as published_version',
      'published.study_minutes as published_minutes',
      'draft.title as draft_title',
      'draft.version as draft_version',
      'draft.proposed_by',
      'draft.confirmed_by',
    ])
    .where('lesson.course_id', '=', courseId)
    .orderBy('lesson.sort_order');
}
