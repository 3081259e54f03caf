import { error, redirect } from '@sveltejs/kit';
import { eventForm } from '#lib/forms/events.ts';
import { revise, viewEvent } from '#lib/server/events/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import { eventChoices } from '../../choices.ts';
import { wantedFrom } from '../../wanted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const event = await viewEvent(locals.act, params.id);
    if (event.status !== 'draft' || !event.mayEdit)
      error(409, { message: '已提交或已核验的活动不能直接修改，请先退回。', id: '' });
    const begun = {
      ...{ title: event.title, heldOn: event.heldOn, hostIds: event.hostIds, forms: event.forms },
      ...{ topics: event.topics, laws: event.laws.join('\n'), span: event.span, place: event.place },
      ...{ minutes: String(event.minutes), mode: event.mode, lecturer: event.lecturer },
      ...{ lecturerKind: event.lecturerKind ?? '', audience: event.audience },
      ...{ headCount: event.headCount === null ? '' : String(event.headCount) },
      seriesId: event.seriesId ?? '',
    };
    return { ...(await eventChoices(locals.act, event.hostIds)), begun, title: event.title };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, eventForm, async (input) => {
      await revise(event.locals.act, {
        eventId: event.params.id,
        wanted: wantedFrom(input, await listUnits(event.locals.act)),
      });
      redirect(303, `/manage/events/${event.params.id}`);
    }),
};
