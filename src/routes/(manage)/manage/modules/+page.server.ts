import { unitChoices } from '#lib/domain/units/choices.ts';
import { moduleForm } from '#lib/forms/modules.ts';
import { createModule, listModules } from '#lib/server/courses/index.ts';
import { choicesFor } from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const unitId = url.searchParams.get('unit') ?? units[0]?.id ?? '';
    const courses = unitId === '' ? [] : (await choicesFor(locals.act, unitId)).courses;
    return {
      unitId,
      units: unitChoices(units),
      courses: courses.map(({ id, title }) => ({ value: id, label: title })),
      modules: await listModules(locals.act),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, moduleForm, async (input) => {
      await createModule(event.locals.act, input);
      return { done: '学习模块已保存，可以指派，也可以列入学习计划。' };
    }),
};
