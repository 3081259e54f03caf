import type { Citation } from '#lib/domain/statutes/citation.ts';
import type { Course, LessonVersion } from '#lib/domain/courses/lesson.ts';
import { isDraft, mayConfirm, obstaclesOf } from '#lib/domain/courses/version.ts';
import { leastStudyMinutes } from '#lib/domain/courses/minutes.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { blocksOf, type Block } from '../documents/markdown.ts';
import { personOf, type Act } from '../platform/act.ts';
import { coursesBelow } from './queries.courses.ts';
import { lessonsOf } from './queries.lessons.ts';
import { historyOf, lawsOf, questionIdsOf, versionOfStatus } from './queries.versions.ts';
import { courseOf, citationOf, versionOf } from './rows.ts';
import { courseOrThrow, lessonOrThrow } from './verbs.courses.ts';

/** Courses that the actor may edit, newest first; `q` is looked for in their titles. */
export async function listCourses(act: Act, { q }: { q: string }) {
  access.require(act, 'courses.list');
  const unitIds = access.unitsHeld(act, ['coordinator']);
  return coursesBelow(act.db, { unitIds, q }).execute();
}

/** A course with its lessons, published and in draft, for its editors. */
export async function deskOfCourse(act: Act, courseId: string) {
  const course = await courseOrThrow(act, courseId);
  access.require(act, 'course.edit', course);
  return { course: courseOf(course), lessons: await lessonsOf(act.db, courseId).execute() };
}

export interface Desk {
  course: Pick<Course, 'id' | 'title'>;
  lessonId: string;
  /** The draft, else the published version as the start of the next one; null for a new lesson. */
  version: LessonVersion | null;
  laws: Citation[];
  questionIds: string[];
  questions: bank.CheckChoice[];
  preview: Block[];
  history: Awaited<ReturnType<ReturnType<typeof historyOf>['execute']>>;
  /** What is still missing before the draft can be published; null when there is no draft. */
  obstacles: string[] | null;
  mayConfirm: boolean;
  leastMinutes: number;
}

/** Everything the editor of a lesson shows. */
export async function deskOfLesson(act: Act, lessonId: string): Promise<Desk> {
  const lesson = await lessonOrThrow(act, lessonId);
  access.require(act, 'course.edit', lesson);
  const { db } = act;
  const row =
    (await versionOfStatus(db, lessonId, 'draft').executeTakeFirst()) ??
    (await versionOfStatus(db, lessonId, 'published').executeTakeFirst());
  const version = row ? versionOf(row) : null;
  const laws = version ? (await lawsOf(db, version.id).execute()).map(citationOf) : [];
  const questionIds = version
    ? (await questionIdsOf(db, version.id).execute()).map((one) => one.question_id)
    : [];
  const draft = version && isDraft(version) ? { ...version, checkQuestions: questionIds.length } : null;
  return {
    course: { id: lesson.course_id, title: lesson.course_title },
    lessonId,
    version,
    laws,
    questionIds,
    questions: await bank.checkChoices(db),
    preview: version ? blocksOf(version.body) : [],
    history: await historyOf(db, lessonId).execute(),
    obstacles: draft ? obstaclesOf(draft) : null,
    mayConfirm: draft !== null && mayConfirm(draft, personOf(act).personId),
    leastMinutes: leastStudyMinutes(version?.minimumSeconds ?? 0),
  };
}
