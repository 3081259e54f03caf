import type { Db } from '../db/index.ts';

/** The course of each of these lessons. */
export function coursesOfLessons(db: Db, lessonIds: readonly string[]) {
  return db
    .selectFrom('lesson')
    .innerJoin('course', 'course.id', 'lesson.course_id')
    .where('lesson.id', 'in', lessonIds)
    .select(['lesson.id', 'course.id as course_id', 'course.title'])
    .orderBy('lesson.id');
}
