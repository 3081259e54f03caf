import type { Citation } from '#lib/domain/statutes/citation.ts';
import type { Course, LessonVersion } from '#lib/domain/courses/lesson.ts';
import type { CourseStatus, VersionStatus } from '#lib/domain/courses/version.ts';
import type { Tables } from '../db/index.ts';

export function courseOf(row: Omit<Tables['course'], 'created_by' | 'created_at'>): Course {
  return {
    id: row.id,
    unitId: row.unit_id,
    title: row.title,
    summary: row.summary,
    status: row.status as CourseStatus,
  };
}

export function versionOf(row: Tables['lesson_version']): LessonVersion {
  return {
    id: row.id,
    lessonId: row.lesson_id,
    version: row.version,
    status: row.status as VersionStatus,
    title: row.title,
    body: row.body,
    characters: row.characters,
    paragraphs: row.paragraphs,
    setMinimumSeconds: row.set_minimum_seconds,
    minimumSeconds: row.minimum_seconds,
    studyMinutes: row.study_minutes,
    creditHundredths: row.credit_hundredths,
    checkSize: row.check_size,
    passPercent: row.pass_percent,
    editedAt: row.edited_at,
    proposedBy: row.proposed_by,
    confirmedBy: row.confirmed_by,
    publishedAt: row.published_at,
  };
}

export function citationOf(
  row: Pick<Tables['lesson_law'], 'statute_title' | 'article_number' | 'effective_on'>,
): Citation {
  return {
    statuteTitle: row.statute_title,
    articleNumber: row.article_number,
    effectiveOn: row.effective_on,
  };
}

/** A course in its editors' list. */
export interface CourseLine {
  id: string;
  title: string;
  unitName: string;
  status: CourseStatus;
  lessons: number;
  publishedLessons: number;
}

export function lineOf(row: {
  id: string;
  title: string;
  unit_name: string;
  status: string;
  lessons: number | null;
  published_lessons: number | null;
}): CourseLine {
  return {
    id: row.id,
    title: row.title,
    unitName: row.unit_name,
    status: row.status as CourseStatus,
    lessons: row.lessons ?? 0,
    publishedLessons: row.published_lessons ?? 0,
  };
}
