import { keptInOrder, movedBy } from '#lib/domain/courses/order.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import * as q from './queries.modules.ts';
import { coursesOfUnits } from './questions.ts';

export interface ModuleText {
  title: string;
  summary: string;
  /** In the order in which they are to be learned. */
  courseIds: readonly string[];
}

export interface ModuleView {
  id: string;
  unitId: string;
  unitName: string;
  title: string;
  summary: string;
  closed: boolean;
  courses: { id: string; title: string }[];
}

async function moduleOrThrow(act: Act, moduleId: string) {
  const row = await q.moduleById(act.db, moduleId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这个学习模块。');
  return { ...row, unitPath: await units.pathOf(act.db, row.unit_id) };
}

async function checked(act: Act, text: ModuleText, unitPath: readonly string[]): Promise<ModuleText> {
  const title = text.title.trim();
  const courseIds = [...new Set(text.courseIds)];
  const open = new Set((await coursesOfUnits(act.db, unitPath)).map((course) => course.id));
  const fields: Record<string, string> = {};
  if (title === '' || title.length > 60) fields.title = '名称请写 1 至 60 个字。';
  if (courseIds.length === 0) fields.courseIds = '请至少选择一门课程。';
  if (!courseIds.every((id) => open.has(id))) fields.courseIds = '所选课程未发布，或不向本单位开放。';
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '请按提示修改后再提交。', { fields });
  return { title, summary: text.summary.trim(), courseIds };
}

async function insertCourses(act: Act, moduleId: string, courseIds: readonly string[]): Promise<void> {
  const rows = courseIds.map((course_id, at) => ({ module_id: moduleId, course_id, sort_order: at + 1 }));
  await q.insertModuleCourses(act.db, rows).execute();
}

/** Puts courses into a module in a new order, or others. */
async function setCourses(
  act: Act,
  moduleId: string,
  change: (before: readonly string[]) => readonly string[],
): Promise<void> {
  const before = (await q.coursesOfModules(act.db, [moduleId]).execute()).map((course) => course.id);
  const after = change(before);
  await q.clearModule(act.db, moduleId).execute();
  await insertCourses(act, moduleId, after);
}

/** Groups published courses open to a unit under a name. Answers its id. */
export async function createModule(act: Act, wanted: ModuleText & { unitId: string }): Promise<string> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'module.edit', { unitPath });
  const text = await checked(act, wanted, unitPath);
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertModule(own.db, {
        ...{ id, unit_id: wanted.unitId, title: text.title, summary: text.summary, closed_at: null },
        ...{ created_by: signatureOf(act).id, created_at: act.now },
      })
      .execute();
    await insertCourses(own, id, text.courseIds);
    await audit.record(own, {
      verb: 'courses.moduleCreated',
      unitId: wanted.unitId,
      subject: { kind: 'module', id },
      details: { ...text },
    });
  });
  return id;
}

/**
 * Changes name and courses of a module. What it was assigned or planned for before keeps the courses of that day: nobody
 * is asked for more by a change behind his back.
 */
export async function editModule(act: Act, asked: ModuleText & { moduleId: string }): Promise<void> {
  const module = await moduleOrThrow(act, asked.moduleId);
  access.require(act, 'module.edit', module);
  const text = await checked(act, asked, module.unitPath);
  await inTransaction(act, async (own) => {
    const change = { title: text.title, summary: text.summary };
    const changed = await q.updateModule(own.db, module.id, change).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new DomainError('conflict', '这个模块已经停用。');
    await setCourses(own, module.id, (before) => keptInOrder(before, text.courseIds));
    await audit.record(own, {
      verb: 'courses.moduleChanged',
      unitId: module.unit_id,
      subject: { kind: 'module', id: module.id },
      details: { ...text },
    });
  });
}

/** Moves a course of a module one place up or down; what was assigned before keeps its courses. */
export async function moveCourse(
  act: Act,
  asked: { moduleId: string; courseId: string; direction: 'up' | 'down' },
): Promise<void> {
  const module = await moduleOrThrow(act, asked.moduleId);
  access.require(act, 'module.edit', module);
  await inTransaction(act, async (own) => {
    const { title } = module;
    const changed = await q.updateModule(own.db, module.id, { title }).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new DomainError('conflict', '这个模块已经停用。');
    await setCourses(own, module.id, (before) => movedBy(before, asked.courseId, asked.direction));
    const { courseId, direction } = asked;
    await audit.record(own, {
      verb: 'courses.moduleOrdered',
      unitId: module.unit_id,
      subject: { kind: 'module', id: module.id },
      details: { courseId, direction },
    });
  });
}

/** Offers a module no more; what was assigned by it stays. Throws `conflict` when it is closed already. */
export async function closeModule(act: Act, moduleId: string): Promise<void> {
  const module = await moduleOrThrow(act, moduleId);
  access.require(act, 'module.edit', module);
  await inTransaction(act, async (own) => {
    const closed = await q.updateModule(own.db, moduleId, { closed_at: act.now }).executeTakeFirst();
    if (closed.numUpdatedRows === 0n) throw new DomainError('conflict', '这个模块已经停用。');
    await audit.record(own, {
      verb: 'courses.moduleClosed',
      unitId: module.unit_id,
      subject: { kind: 'module', id: moduleId },
    });
  });
}

/** Modules that the actor may edit, the latest first. */
export async function listModules(act: Act): Promise<ModuleView[]> {
  access.require(act, 'courses.list');
  const rows = await q.modulesBelow(act.db, access.unitsHeld(act, ['coordinator'])).execute();
  const courses =
    rows.length === 0
      ? []
      : await q
          .coursesOfModules(
            act.db,
            rows.map((row) => row.id),
          )
          .execute();
  return rows.map((row) => ({
    ...{ id: row.id, unitId: row.unit_id, unitName: row.unit_name, title: row.title },
    ...{ summary: row.summary, closed: row.closed_at !== null },
    courses: courses.filter((course) => course.module_id === row.id).map(({ id, title }) => ({ id, title })),
  }));
}

/** A module with its courses and those that it may take up. */
export async function deskOfModule(
  act: Act,
  moduleId: string,
): Promise<ModuleView & { choices: { id: string; title: string }[] }> {
  const module = await moduleOrThrow(act, moduleId);
  access.require(act, 'module.edit', module);
  const courses = await q.coursesOfModules(act.db, [moduleId]).execute();
  const open = await coursesOfUnits(act.db, module.unitPath);
  return {
    ...{ id: module.id, unitId: module.unit_id, unitName: module.unit_name, title: module.title },
    ...{ summary: module.summary, closed: module.closed_at !== null },
    courses: courses.map(({ id, title }) => ({ id, title })),
    choices: open.map(({ id, title }) => ({ id, title })),
  };
}
