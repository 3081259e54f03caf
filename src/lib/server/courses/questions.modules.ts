import type { Db } from '../db/index.ts';
import { coursesOfModules, openModulesOf } from './queries.modules.ts';

/** 学习模块: what can be asked for as one. */
export interface ModuleChoice {
  id: string;
  title: string;
  /** Its published courses in their order. */
  courses: { id: string; title: string }[];
}

/** Open modules kept by any of these units that have a published course. */
export async function modulesOfUnits(db: Db, unitIds: readonly string[]): Promise<ModuleChoice[]> {
  if (unitIds.length === 0) return [];
  const modules = await openModulesOf(db, unitIds).execute();
  const courses = await publishedByModule(
    db,
    modules.map((module) => module.id),
  );
  return modules
    .map(({ id, title }) => ({ id, title, courses: courses.get(id) ?? [] }))
    .filter((module) => module.courses.length > 0);
}

async function publishedByModule(
  db: Db,
  moduleIds: readonly string[],
): Promise<Map<string, { id: string; title: string }[]>> {
  const byModule = new Map<string, { id: string; title: string }[]>();
  if (moduleIds.length === 0) return byModule;
  for (const { module_id, id, title, status } of await coursesOfModules(db, moduleIds).execute()) {
    if (status === 'published') byModule.set(module_id, [...(byModule.get(module_id) ?? []), { id, title }]);
  }
  return byModule;
}
