import { sql, type Insertable, type Updateable } from 'kysely';
import { isWithin, type Db, type Tables } from '../db/index.ts';

export function insertModule(db: Db, row: Insertable<Tables['module']>) {
  return db.insertInto('module').values(row);
}

/** Changes a module that is not closed; numUpdatedRows is 0 for one that is. */
export function updateModule(db: Db, id: string, change: Updateable<Tables['module']>) {
  return db.updateTable('module').set(change).where('id', '=', id).where('closed_at', 'is', null);
}

export function moduleById(db: Db, id: string) {
  return db
    .selectFrom('module')
    .innerJoin('unit', 'unit.id', 'module.unit_id')
    .selectAll('module')
    .select('unit.name as unit_name')
    .where('module.id', '=', id);
}

export function clearModule(db: Db, id: string) {
  return db.deleteFrom('module_course').where('module_id', '=', id);
}

export function insertModuleCourses(db: Db, rows: readonly Tables['module_course'][]) {
  return db.insertInto('module_course').values(rows);
}

/** Modules kept by units at or below one of `unitIds`, the latest first. */
export function modulesBelow(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('module')
    .innerJoin('unit', 'unit.id', 'module.unit_id')
    .selectAll('module')
    .select('unit.name as unit_name')
    .where(isWithin(sql.ref<string>('module.unit_id'), [...unitIds, '']))
    .orderBy('module.created_at', 'desc')
    .orderBy('module.id');
}

/** Open modules kept by one of these units, by title. */
export function openModulesOf(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('module')
    .select(['id', 'title'])
    .where('unit_id', 'in', unitIds)
    .where('closed_at', 'is', null)
    .orderBy('title')
    .orderBy('id');
}

/** Courses of modules in their order, drafts included. */
export function coursesOfModules(db: Db, moduleIds: readonly string[]) {
  return db
    .selectFrom('module_course')
    .innerJoin('course', 'course.id', 'module_course.course_id')
    .select(['module_course.module_id', 'course.id', 'course.title', 'course.status'])
    .where('module_course.module_id', 'in', moduleIds)
    .orderBy('module_course.module_id')
    .orderBy('module_course.sort_order');
}
