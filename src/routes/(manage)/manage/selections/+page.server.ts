import { staffClasses } from '#lib/domain/people/classes.ts';
import { unitChoices } from '#lib/domain/units/choices.ts';
import { selectionForm } from '#lib/forms/selections.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { choicesForSelection, listSelections, saveSelection } from '#lib/server/selections/index.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const unitId = url.searchParams.get('unit') ?? units[0]?.id ?? '';
    const classCode = url.searchParams.get('class') ?? '';
    const q = (url.searchParams.get('name') ?? '').trim();
    const asked = { unitId, classCode, q };
    const people = unitId === '' ? [] : await choicesForSelection(locals.act, asked);
    return {
      ...asked,
      units: unitChoices(units),
      classes: [
        { value: '', label: '全部人员' },
        ...Object.entries(staffClasses).map(([value, label]) => ({ value, label })),
      ],
      people: people.map(({ personId, name }) => ({ value: personId, label: name })),
      selections: await listSelections(locals.act),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, selectionForm, async (input) => {
      const { people } = await saveSelection(event.locals.act, input);
      return { done: `名单已保存，共 ${people} 人；以后的人员变动不会改动它。` };
    }),
};
