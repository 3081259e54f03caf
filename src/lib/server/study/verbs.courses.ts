import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { inOrderOfNeed, type Demanded } from '#lib/domain/study/catalogue.ts';
import { goesOn } from '#lib/domain/study/completion.ts';
import { placeLabel } from '#lib/domain/study/place.ts';
import * as access from '../access/index.ts';
import * as courses from '../courses/index.ts';
import * as people from '../people/index.ts';
import * as plans from '../plans/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { completedLessons, remainingOf } from './questions.ts';
import { openingsIn } from './queries.standing.ts';

export interface CourseCard {
  id: string;
  title: string;
  summary: string;
  lessons: number;
  completed: number;
  /** What this plan year asks of the actor; null where he may choose it freely. */
  demanded: Demanded | null;
}

/**
 * Courses open to the actor: those kept by his unit and the units above, with how far he is this plan year and what it
 * asks of him; what he still has to do stands first.
 */
export async function listOpenCourses(act: Act): Promise<CourseCard[]> {
  access.require(act, 'study.courses');
  const { personId } = personOf(act);
  const open = await courses.coursesOfUnits(act.db, await people.unitPathOf(act, personId));
  const courseIds = open.map((course) => course.id);
  const planYear = planYearOf(act.now);
  const progress = await remainingOf(act.db, { personId, courseIds, planYear });
  const { duties } = await plans.demandsOn(act.db, { personId, planYear, day: shanghaiDay(act.now) });
  const demanded = new Map(
    duties.map((duty) => [duty.courseId, duty.isRequired ? ('required' as const) : ('elective' as const)]),
  );
  const byCourse = new Map(progress.map((one) => [one.courseId, one]));
  const cards = open.map(({ id, title, summary }): CourseCard => {
    const { lessons = 0, completed = 0 } = byCourse.get(id) ?? {};
    return { id, title, summary, lessons, completed, demanded: demanded.get(id) ?? null };
  });
  return inOrderOfNeed(cards);
}

export interface LessonLine {
  lessonId: string;
  title: string;
  studyMinutes: number;
  creditHundredths: number;
  state: 'unopened' | 'open' | 'completed';
  /** `第 6 段，共 11 段` of an open lesson. */
  place: string | null;
}

/** A published course with its lessons as the actor stands in them this plan year. */
export async function readCourse(act: Act, courseId: string) {
  access.require(act, 'study.courses');
  const course = await courses.courseOfId(act.db, courseId);
  if (course?.status !== 'published')
    throw new DomainError('notFound', '没有找到这门课程，或者它还没有发布。');
  const { personId } = personOf(act);
  const planYear = planYearOf(act.now);
  const lessons = await courses.lessonsOfCourses(act.db, [courseId]);
  const lessonIds = lessons.map((lesson) => lesson.lessonId);
  const openings = lessonIds.length === 0 ? [] : await openingsIn(act.db, { personId, lessonIds }).execute();
  const completed = new Set(
    (await completedLessons(act.db, { personId, planYear })).map((one) => one.lessonId),
  );
  const lines = lessons.map((lesson): LessonLine => {
    const opening = openings.find((row) => row.lesson_id === lesson.lessonId);
    const today = {
      publishedVersionId: lesson.lessonVersionId,
      planYear,
      completedAt: opening?.completed_at ?? null,
    };
    const goes =
      opening && goesOn({ lessonVersionId: opening.lesson_version_id, openedAt: opening.opened_at }, today)
        ? { paragraph: opening.paragraph ?? 1, paragraphs: opening.paragraphs }
        : null;
    const state = completed.has(lesson.lessonId) ? 'completed' : goes ? 'open' : 'unopened';
    return { ...lesson, state, place: state === 'open' && goes ? placeLabel(goes) : null };
  });
  return { course: { id: course.id, title: course.title, summary: course.summary }, lessons: lines };
}
