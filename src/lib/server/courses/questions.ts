import type { Citation } from '#lib/domain/statutes/citation.ts';
import type { Course, LessonVersion, Measures } from '#lib/domain/courses/lesson.ts';
import { askFixed, type Db } from '../db/index.ts';
import { blocksOf, type Block } from '../documents/markdown.ts';
import { courseById } from './queries.courses.ts';
import { publishedCourses, publishedLessons } from './queries.catalog.ts';
import { lessonById } from './queries.lessons.ts';
import { lawsOf, measuresById, questionIdsOf, versionById, versionOfStatus } from './queries.versions.ts';
import { courseOf, citationOf, versionOf } from './rows.ts';

/** A lesson as a learner meets it: its published version, without the text. */
export interface PublishedLesson {
  lessonId: string;
  courseId: string;
  lessonVersionId: string;
  title: string;
  studyMinutes: number;
  creditHundredths: number;
}

/** The published version of a lesson; null when none is. */
export async function publishedVersionOf(db: Db, lessonId: string): Promise<LessonVersion | null> {
  const [row] = await askFixed(db, versionOfStatus, lessonId, 'published');
  return row ? versionOf(row) : null;
}

/** A version by its id, of any status; throws when there is none, since ids come from stored rows. */
export async function versionOfId(db: Db, versionId: string): Promise<LessonVersion> {
  const [row] = await askFixed(db, versionById, versionId);
  if (!row) throw new Error(`no version of a lesson has the id ${versionId}`);
  return versionOf(row);
}

/** What a version asks and awards, without loading its text; throws when there is none. */
export async function measuresOf(db: Db, versionId: string): Promise<Measures> {
  const [row] = await askFixed(db, measuresById, versionId);
  if (!row) throw new Error(`no version of a lesson has the id ${versionId}`);
  return {
    title: row.title,
    paragraphs: row.paragraphs,
    minimumSeconds: row.minimum_seconds,
    studyMinutes: row.study_minutes,
    creditHundredths: row.credit_hundredths,
    checkSize: row.check_size,
    passPercent: row.pass_percent,
  };
}

/** Text of a version in sanitized blocks, by which reading places count. */
export function textOf(version: LessonVersion): Block[] {
  return blocksOf(version.body);
}

/** Articles on which a version rests, in the author's order. */
export async function citationsOf(db: Db, versionId: string): Promise<Citation[]> {
  return (await lawsOf(db, versionId).execute()).map(citationOf);
}

/** Ids of the questions from which a version's check is drawn. */
export async function checkQuestionIdsOf(db: Db, versionId: string): Promise<string[]> {
  return (await askFixed(db, questionIdsOf, versionId)).map((row) => row.question_id);
}

/** A course by id; null when there is none. */
export async function courseOfId(db: Db, courseId: string): Promise<Course | null> {
  const row = await courseById(db, courseId).executeTakeFirst();
  return row ? courseOf(row) : null;
}

/** The course of a lesson; throws when there is no such lesson, since ids come from stored rows. */
export async function courseOfLesson(db: Db, lessonId: string): Promise<{ id: string; title: string }> {
  const row = await lessonById(db, lessonId).executeTakeFirstOrThrow();
  return { id: row.course_id, title: row.course_title };
}

/** Published lessons of courses, by course and then in the course's order. */
export async function lessonsOfCourses(db: Db, courseIds: readonly string[]): Promise<PublishedLesson[]> {
  if (courseIds.length === 0) return [];
  const rows = await publishedLessons(db, courseIds).execute();
  return rows.map((row) => ({
    lessonId: row.lesson_id,
    courseId: row.course_id,
    lessonVersionId: row.id,
    title: row.title,
    studyMinutes: row.study_minutes,
    creditHundredths: row.credit_hundredths,
  }));
}

/** Published courses kept by any of these units: given a person's unit and all above, the courses open to him. */
export async function coursesOfUnits(db: Db, unitIds: readonly string[]): Promise<Course[]> {
  if (unitIds.length === 0) return [];
  return (await publishedCourses(db, unitIds).execute()).map(courseOf);
}
