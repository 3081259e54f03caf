import { endOfDay, planYearOf, startOfDay, type Instant } from '#lib/domain/shared/time.ts';
import { goesOn, type Origin } from '#lib/domain/study/completion.ts';
import * as courses from '../courses/index.ts';
import type { Db } from '../db/index.ts';
import { attemptById } from './queries.checks.ts';
import { completionsOf } from './queries.completions.ts';
import { progressOfPeople, recentOpenings } from './queries.standing.ts';
import { attemptOf } from './rows.ts';

export interface CompletedLesson {
  lessonId: string;
  lessonVersionId: string;
  completedAt: Instant;
  origin: Origin;
}

/** Lessons that a person has completed in a plan year, reversed ones left out. */
export async function completedLessons(
  db: Db,
  asked: { personId: string; planYear: number },
): Promise<CompletedLesson[]> {
  const rows = await completionsOf(db, asked).execute();
  return rows.map((row) => ({
    lessonId: row.lesson_id,
    lessonVersionId: row.lesson_version_id,
    completedAt: row.completed_at,
    origin: row.origin as Origin,
  }));
}

/**
 * The version of the question at a place, counted from one, of a person's own check that has been answered, and so
 * explained to him; null for anything else.
 */
export async function explainedInCheck(
  db: Db,
  asked: { attemptId: string; personId: string; position: number },
): Promise<string | null> {
  const row = await attemptById(db, asked.attemptId).executeTakeFirst();
  if (!row || row.person_id !== asked.personId || row.answered_at === null) return null;
  return attemptOf(row).items[asked.position - 1]?.questionVersionId ?? null;
}

export interface CourseProgress {
  courseId: string;
  /** Published lessons, and how many of them are completed. */
  lessons: number;
  completed: number;
  /** Lessons still to do, in the course's order. */
  remaining: courses.PublishedLesson[];
}

export interface RemainingAsk {
  personId: string;
  courseIds: readonly string[];
  planYear: number;
  /** Courses of which lessons completed in the plan year before count, too, from a moment on. */
  since?: ReadonlyMap<string, Instant>;
}

/** How far a person is in courses in a plan year, in the order of `courseIds`. */
export async function remainingOf(db: Db, asked: RemainingAsk): Promise<CourseProgress[]> {
  const { personId, planYear, since } = asked;
  const done = new Set((await completedLessons(db, asked)).map((one) => one.lessonId));
  const before = since?.size ? await completedLessons(db, { personId, planYear: planYear - 1 }) : [];
  const isDone = (courseId: string, lessonId: string): boolean => {
    const from = since?.get(courseId);
    if (done.has(lessonId) || from === undefined) return done.has(lessonId);
    return before.some((one) => one.lessonId === lessonId && one.completedAt >= from);
  };
  const lessons = await courses.lessonsOfCourses(db, asked.courseIds);
  return asked.courseIds.map((courseId) => {
    const own = lessons.filter((lesson) => lesson.courseId === courseId);
    const remaining = own.filter((lesson) => !isDone(courseId, lesson.lessonId));
    return { courseId, lessons: own.length, completed: own.length - remaining.length, remaining };
  });
}

export interface LastOpened {
  lessonId: string;
  courseId: string;
  title: string;
  studyMinutes: number;
  paragraph: number;
  paragraphs: number;
}

/** The lesson that a person read last and has not finished, with his place; null when there is none. */
export async function lastOpened(db: Db, personId: string, now: Instant): Promise<LastOpened | null> {
  for (const row of await recentOpenings(db, personId).execute()) {
    const published = await courses.publishedVersionOf(db, row.lesson_id);
    const today = {
      publishedVersionId: published?.id ?? null,
      planYear: planYearOf(now),
      completedAt: row.completed_at,
    };
    if (!goesOn({ lessonVersionId: row.lesson_version_id, openedAt: row.opened_at }, today)) continue;
    return {
      lessonId: row.lesson_id,
      courseId: row.course_id,
      title: row.title,
      studyMinutes: row.study_minutes,
      paragraph: row.paragraph ?? 1,
      paragraphs: row.paragraphs,
    };
  }
  return null;
}

export interface PersonProgress {
  personId: string;
  /** Opened a lesson of the course in the plan year. */
  opened: boolean;
  /** Published lessons completed in the plan year. */
  completed: number;
}

/** How far each of these people is in a course in a plan year; for who assigned it. */
export async function progressOf(
  db: Db,
  asked: { courseId: string; personIds: readonly string[]; planYear: number },
): Promise<PersonProgress[]> {
  if (asked.personIds.length === 0) return [];
  const since = startOfDay(`${asked.planYear}-01-01`);
  const until = endOfDay(`${asked.planYear}-12-31`);
  const rows = await progressOfPeople(db, { ...asked, since, until }).execute();
  return rows.map((row) => ({
    personId: row.id,
    opened: (row.openings ?? 0) > 0 || (row.completed ?? 0) > 0,
    completed: row.completed ?? 0,
  }));
}
