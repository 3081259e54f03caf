import type { Citation } from '#lib/domain/statutes/citation.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Course, LessonVersion } from '#lib/domain/courses/lesson.ts';
import { isDraft, mayConfirm, obstaclesOf } from '#lib/domain/courses/version.ts';
import { leastStudyMinutes } from '#lib/domain/courses/minutes.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { blocksOf, type Block } from '../documents/markdown.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { countCoursesBelow, coursesBelow } from './queries.courses.ts';
import { lessonsOf } from './queries.lessons.ts';
import { historyOf, lawsOf, questionIdsOf, versionOfStatus } from './queries.versions.ts';
import { citationOf, courseOf, lineOf, versionOf, type CourseLine } from './rows.ts';
import { courseOrThrow, lessonOrThrow } from './verbs.courses.ts';

/** A page of the courses that the actor may edit, and how many there are; `q` is looked for in their titles. */
export async function listCourses(
  act: Act,
  asked: { q: string; page: number; pageSize: number },
): Promise<{ rows: CourseLine[]; total: number }> {
  access.require(act, 'courses.list');
  const wanted = { unitIds: access.unitsHeld(act, ['coordinator']), q: asked.q };
  const [count, rows] = await Promise.all([
    countCoursesBelow(act.db, wanted).executeTakeFirstOrThrow(),
    coursesBelow(act.db, wanted)
      .limit(asked.pageSize)
      .offset((asked.page - 1) * asked.pageSize)
      .execute(),
  ]);
  return { total: count.count, rows: rows.map(lineOf) };
}

/** Units for which the actor may begin a course. */
export async function unitsForCourses(
  act: Act,
): Promise<{ id: string; name: string; depth: number; path: string[] }[]> {
  access.require(act, 'courses.list');
  return units.treeBelow(act.db, access.unitsHeld(act, ['coordinator']), shanghaiDay(act.now));
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
