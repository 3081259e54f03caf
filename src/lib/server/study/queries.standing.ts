import type { Db } from '../db/index.ts';

/**
 * The lessons a person last opened, latest reading first, with the place, the version that was opened and when the lesson
 * was last completed (a completion taken back counts: its reading is over, too).
 */
export function recentOpenings(db: Db, personId: string) {
  return db
    .selectFrom('reading_span')
    .innerJoin('opening', 'opening.id', 'reading_span.opening_id')
    .innerJoin('lesson_version', 'lesson_version.id', 'opening.lesson_version_id')
    .innerJoin('lesson', 'lesson.id', 'opening.lesson_id')
    .leftJoin('reading_place', 'reading_place.opening_id', 'opening.id')
    .select([
      'opening.lesson_id',
      'opening.lesson_version_id',
      'opening.opened_at',
      'lesson.course_id',
      'lesson_version.title',
      'lesson_version.paragraphs',
      'lesson_version.study_minutes',
      'reading_place.paragraph',
    ])
    .select((opening) =>
      opening
        .selectFrom('lesson_completion')
        .whereRef('lesson_completion.lesson_id', '=', 'opening.lesson_id')
        .whereRef('lesson_completion.person_id', '=', 'opening.person_id')
        .select(({ fn }) => fn.max('lesson_completion.completed_at').as('completed_at'))
        .as('completed_at'),
    )
    .where('reading_span.person_id', '=', personId)
    .orderBy('reading_span.started_at', 'desc')
    .orderBy('reading_span.id', 'desc')
    .limit(20);
}

/** Openings of a person in these lessons with their places, latest first. */
export function openingsIn(
  db: Db,
  { personId, lessonIds }: { personId: string; lessonIds: readonly string[] },
) {
  return db
    .selectFrom('opening')
    .innerJoin('lesson_version', 'lesson_version.id', 'opening.lesson_version_id')
    .leftJoin('reading_place', 'reading_place.opening_id', 'opening.id')
    .select([
      'opening.lesson_id',
      'opening.lesson_version_id',
      'opening.opened_at',
      'lesson_version.paragraphs',
      'reading_place.paragraph',
    ])
    .select((opening) =>
      opening
        .selectFrom('lesson_completion')
        .whereRef('lesson_completion.lesson_id', '=', 'opening.lesson_id')
        .whereRef('lesson_completion.person_id', '=', 'opening.person_id')
        .select(({ fn }) => fn.max('lesson_completion.completed_at').as('completed_at'))
        .as('completed_at'),
    )
    .where('opening.person_id', '=', personId)
    .where('opening.lesson_id', 'in', lessonIds)
    .orderBy('opening.ordinal', 'desc');
}

/** Of a course: which of these people opened it this year, and how many of its published lessons each completed. */
export function progressOfPeople(
  db: Db,
  asked: { courseId: string; personIds: readonly string[]; planYear: number; since: string; until: string },
) {
  return db
    .selectFrom('person')
    .select('person.id')
    .select((person) => [
      person
        .selectFrom('opening')
        .innerJoin('lesson', 'lesson.id', 'opening.lesson_id')
        .where('lesson.course_id', '=', asked.courseId)
        .whereRef('opening.person_id', '=', 'person.id')
        .where('opening.opened_at', '>=', asked.since)
        .where('opening.opened_at', '<', asked.until)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('openings'),
      person
        .selectFrom('lesson_completion')
        .innerJoin('lesson', 'lesson.id', 'lesson_completion.lesson_id')
        .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
        .where('lesson_version.status', '=', 'published')
        .where('lesson.course_id', '=', asked.courseId)
        .where('lesson_completion.plan_year', '=', asked.planYear)
        .where('lesson_completion.reversed_at', 'is', null)
        .whereRef('lesson_completion.person_id', '=', 'person.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('completed'),
    ])
    .where('person.id', 'in', asked.personIds);
}
