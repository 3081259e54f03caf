import { codeLabel, statuses } from '#lib/domain/people/codes.ts';
import { evidenceIn, statusForm } from '#lib/forms/movement.ts';
import { listExemptible } from '#lib/server/exemptions/index.ts';
import { changeStatus, deskOfStatus } from '#lib/server/movement/index.ts';
import { deskOfWaiver } from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { unitChoices } from '#lib/domain/units/choices.ts';
import { optionsOf } from '../../options.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const { units, ...desk } = await deskOfStatus(locals.act, params.id);
    const { secondedIn: _in, ...enterable } = statuses;
    const waivers = desk.ground && (await deskOfWaiver(locals.act, params.id));
    return {
      desk,
      personId: params.id,
      units: [{ value: '', label: '不在本系统内' }, ...unitChoices(units)],
      held: codeLabel(statuses, desk.post?.status ?? null),
      // Who was borrowed from elsewhere came by an arrival: no change leads to it, and none is chosen for him.
      statuses: [
        ...(desk.post?.status === 'secondedIn' ? [{ value: '', label: '请选择' }] : []),
        ...optionsOf(enterable),
      ],
      followUp: desk.ground && {
        ground: desk.ground,
        hasHours: waivers !== null && waivers.requirements.some((one) => one.fullHundredths > 0),
        exams: await listExemptible(locals.act, params.id),
      },
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, statusForm, async ({ file, ...input }) => {
      const wish = { ...input, personId: event.params.id, file: await evidenceIn(file) };
      await changeStatus(event.locals.act, wish);
      return { done: '已登记，从生效日期起计算。' };
    }),
};
