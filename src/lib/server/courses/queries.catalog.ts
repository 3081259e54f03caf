import type { Db } from '../db/index.ts';

/** Published courses kept by one of these units, oldest first. */
export function publishedCourses(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('course')
    .select(['id', 'unit_id', 'title', 'summary', 'status'])
    .where('status', '=', 'published')
    .where('unit_id', 'in', unitIds)
    .orderBy('created_at')
    .orderBy('id');
}

/** Published versions of the lessons of courses, in the courses' order. */
export function publishedLessons(db: Db, courseIds: readonly string[]) {
  return db
    .selectFrom('lesson')
    .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
    .select([
      'lesson_version.id',
      'lesson_version.lesson_id',
      'lesson.course_id',
      'lesson_version.title',
      'lesson_version.study_minutes',
      'lesson_version.credit_hundredths',
    ])
    .where('lesson.course_id', 'in', courseIds)
    .where('lesson_version.status', '=', 'published')
    .orderBy('lesson.course_id')
    .orderBy('lesson.sort_order');
}
