import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import { courseById, insertCourse, updateCourse } from './queries.courses.ts';
import { insertLesson, lessonById } from './queries.lessons.ts';

/** Courses are looked up before access is decided; what does not exist and what is out of scope read alike. */
export async function courseOrThrow(act: Act, courseId: string) {
  const row = await courseById(act.db, courseId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这门课程。');
  return { ...row, unitPath: await units.pathOf(act.db, row.unit_id) };
}

export async function lessonOrThrow(act: Act, lessonId: string) {
  const row = await lessonById(act.db, lessonId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这个课时。');
  return { ...row, unitPath: await units.pathOf(act.db, row.unit_id) };
}

function checkTitle(title: string): string {
  const clean = title.trim();
  if (clean === '' || clean.length > 80) {
    throw new DomainError('invalid', '请检查标题。', { fields: { title: '标题请写 1 至 80 个字。' } });
  }
  return clean;
}

/** Begins a course of a unit; it stays a draft until its first lesson is published. Answers its id. */
export async function createCourse(
  act: Act,
  input: { unitId: string; title: string; summary: string },
): Promise<string> {
  access.require(act, 'course.create', { unitPath: await units.pathOf(act.db, input.unitId) });
  const id = newId();
  return inTransaction(act, async (act) => {
    await insertCourse(act.db, {
      id,
      unit_id: input.unitId,
      title: checkTitle(input.title),
      summary: input.summary.trim(),
      status: 'draft',
      created_by: personOf(act).personId,
      created_at: act.now,
    }).execute();
    await audit.record(act, {
      verb: 'courses.created',
      unitId: input.unitId,
      subject: { kind: 'course', id },
    });
    return id;
  });
}

export async function renameCourse(
  act: Act,
  input: { courseId: string; title: string; summary: string },
): Promise<void> {
  const course = await courseOrThrow(act, input.courseId);
  access.require(act, 'course.edit', course);
  const named = { title: checkTitle(input.title), summary: input.summary.trim() };
  await inTransaction(act, async (act) => {
    await updateCourse(act.db, course.id, named).execute();
    await audit.record(act, {
      verb: 'courses.renamed',
      unitId: course.unit_id,
      subject: { kind: 'course', id: course.id },
      details: { before: course.title, after: named.title },
    });
  });
}

/** Adds an empty lesson at the end of the course; its text is written by `saveDraft`. Answers its id. */
export async function addLesson(act: Act, courseId: string): Promise<string> {
  const course = await courseOrThrow(act, courseId);
  access.require(act, 'course.edit', course);
  const id = newId();
  return inTransaction(act, async (act) => {
    await insertLesson(act.db, { id, courseId }).execute();
    await audit.record(act, {
      verb: 'courses.lessonAdded',
      unitId: course.unit_id,
      subject: { kind: 'lesson', id },
      details: { courseId },
    });
    return id;
  });
}
