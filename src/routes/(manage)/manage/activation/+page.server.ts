import { unitChoices } from '#lib/domain/units/choices.ts';
import { slipsForm } from '#lib/forms/access.ts';
import { issueSlips, listUnopened } from '#lib/server/access/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const asked = url.searchParams.get('unit') ?? '';
    const unit = units.find((one) => one.id === asked) ?? units[0];
    return {
      units: unitChoices(units),
      unitId: unit?.id ?? '',
      people: unit ? await listUnopened(locals.act, unit.id) : [],
      origin: url.origin,
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, slipsForm, async ({ people }) => ({
      slips: await issueSlips(event.locals.act, people),
    })),
};
