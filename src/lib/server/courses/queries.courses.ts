import { sql } from 'kysely';
import { contains, isWithin, type Db, type Tables } from '../db/index.ts';

export function insertCourse(db: Db, row: Tables['course']) {
  return db.insertInto('course').values(row);
}

export function updateCourse(db: Db, id: string, row: Partial<Tables['course']>) {
  return db.updateTable('course').set(row).where('id', '=', id);
}

export function courseById(db: Db, id: string) {
  return db.selectFrom('course').selectAll().where('id', '=', id);
}

/** Courses kept by units at or below one of `unitIds` whose title contains `q`. */
function below(db: Db, { unitIds, q }: { unitIds: readonly string[]; q: string }) {
  return db
    .selectFrom('course')
    .innerJoin('unit', 'unit.id', 'course.unit_id')
    .where(isWithin(sql.ref<string>('course.unit_id'), [...unitIds, '']))
    .where(contains('course.title', q));
}

export function countCoursesBelow(db: Db, asked: { unitIds: readonly string[]; q: string }) {
  return below(db, asked).select(({ fn }) => fn.countAll<number>().as('count'));
}

/** Courses of an editor, newest first, with how many lessons they have and how many of these are published. */
export function coursesBelow(db: Db, asked: { unitIds: readonly string[]; q: string }) {
  return below(db, asked)
    .select(['course.id', 'course.title', 'course.status', 'unit.name as unit_name'])
    .select((course) => [
      course
        .selectFrom('lesson')
        .whereRef('lesson.course_id', '=', 'course.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('lessons'),
      course
        .selectFrom('lesson')
        .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
        .whereRef('lesson.course_id', '=', 'course.id')
        .where('lesson_version.status', '=', 'published')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('published_lessons'),
    ])
    .orderBy('course.created_at', 'desc')
    .orderBy('course.id');
}
