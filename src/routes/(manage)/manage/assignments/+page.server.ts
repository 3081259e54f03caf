import { unitChoices } from '#lib/domain/units/choices.ts';
import { assignmentForm } from '#lib/forms/plans.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { assign, choicesFor, listAssignments, type Whom } from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listSelections } from '#lib/server/selections/index.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

const NOBODY = { people: [], courses: [], modules: [] };

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const unitId = url.searchParams.get('unit') ?? units[0]?.id ?? '';
    const listing = parseListing(url, { sortable: ['assignedAt', 'due'], defaultSort: '-assignedAt' });
    const choices = unitId === '' ? NOBODY : await choicesFor(locals.act, unitId);
    const selections = (await listSelections(locals.act)).filter((one) => one.closedAt === null);
    return {
      unitId,
      chosen: url.searchParams.getAll('person'),
      chosenModule: url.searchParams.get('module') ?? '',
      chosenSelection: url.searchParams.get('selection') ?? '',
      units: unitChoices(units),
      people: choices.people.map(({ personId, name }) => ({ value: personId, label: name })),
      courses: choices.courses.map(({ id, title }) => ({ value: id, label: title })),
      modules: choices.modules.map(({ id, title, courses }) => ({
        value: id,
        label: `${title}（${courses.length} 门课程）`,
      })),
      selections: selections.map(({ id, name, heldOn, people }) => ({
        value: id,
        label: `${name}（${heldOn}，${people} 人）`,
      })),
      listing,
      query: url.search,
      ...(await listAssignments(locals.act, {
        ...listing,
        sort: listing.sort === 'due' ? 'due' : 'assignedAt',
      })),
    };
  });

function whomOf(input: { whom: Whom['kind']; personIds: string[]; selectionId: string }): Whom {
  if (input.whom === 'people') return { kind: 'people', personIds: input.personIds };
  return input.whom === 'unit' ? { kind: 'unit' } : { kind: 'selection', selectionId: input.selectionId };
}

export const actions: Actions = {
  default: (event) =>
    answering(event, assignmentForm, async ({ whom, personIds, selectionId, moduleId, ...input }) => {
      const { people } = await assign(event.locals.act, {
        ...input,
        moduleId: moduleId === '' ? null : moduleId,
        to: whomOf({ whom, personIds, selectionId }),
      });
      return { done: `已指派给 ${people} 人，他们的首页会列出课程、期限、由谁安排和原因。` };
    }),
};
