import { assignmentForm } from '#lib/forms/plans.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { assign, choicesFor, listAssignments } from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const unitId = url.searchParams.get('unit') ?? units[0]?.id ?? '';
    const listing = parseListing(url, { sortable: ['assignedAt'], defaultSort: '-assignedAt' });
    const choices = unitId === '' ? { people: [], courses: [] } : await choicesFor(locals.act, unitId);
    return {
      unitId,
      chosen: url.searchParams.getAll('person'),
      units: units.map(({ id, name }) => ({ value: id, label: name })),
      people: choices.people.map(({ personId, name }) => ({ value: personId, label: name })),
      courses: choices.courses.map(({ id, title }) => ({ value: id, label: title })),
      listing,
      query: url.search,
      ...(await listAssignments(locals.act, listing)),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, assignmentForm, async ({ whom, personIds, ...input }) => {
      const to = whom === 'unit' ? ({ kind: 'unit' } as const) : ({ kind: 'people', personIds } as const);
      const { people } = await assign(event.locals.act, { ...input, to });
      return { done: `已指派给 ${people} 人，他们的首页会列出课程、期限、由谁安排和原因。` };
    }),
};
