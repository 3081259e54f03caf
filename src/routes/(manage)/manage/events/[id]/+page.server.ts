import {
  attendeeForm,
  attendeesForm,
  correctionForm,
  fileForm,
  giveBackForm,
  pasteForm,
} from '#lib/forms/events.ts';
import { pressForm } from '#lib/forms/study.ts';
import * as events from '#lib/server/events/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const event = await events.viewEvent(locals.act, params.id);
    const isAsked = url.searchParams.get('cited') === 'yes';
    return { event, citations: isAsked ? await reports.citationsOf(locals.act, params.id) : null };
  });

export const actions: Actions = {
  match: (event) =>
    answering(event, pasteForm, async ({ names }) => {
      const asked = { eventId: event.params.id, text: names };
      return { matching: await events.matchPasted(event.locals.act, asked) };
    }),
  add: (event) =>
    answering(event, attendeesForm, async ({ personIds }) => {
      const added = await events.addAttendees(event.locals.act, { eventId: event.params.id, personIds });
      return { done: `已登记 ${added} 人。` };
    }),
  remove: (event) =>
    answering(event, attendeeForm, async ({ personId }) => {
      await events.removeAttendee(event.locals.act, { eventId: event.params.id, personId });
      return { done: '已从名单中移除。' };
    }),
  attach: (event) =>
    answering(event, fileForm, async ({ file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await events.attachFile(event.locals.act, { eventId: event.params.id, name: file.name, bytes });
      return { done: '附件已保存。' };
    }),
  handOver: (event) =>
    answering(event, pressForm, async () => {
      await events.handOver(event.locals.act, event.params.id);
      return { done: '已提交，请另一位管理员核验。' };
    }),
  giveBack: (event) =>
    answering(event, giveBackForm, async ({ reason }) => {
      await events.giveBack(event.locals.act, { eventId: event.params.id, reason });
      return { done: '已退回登记人。' };
    }),
  verify: (event) =>
    answering(event, pressForm, async () => {
      await events.verify(event.locals.act, event.params.id);
      return { done: '已核验，学时已记入参加人员的台账。' };
    }),
  takeBack: (event) =>
    answering(event, giveBackForm, async ({ reason }) => {
      await events.takeBack(event.locals.act, { eventId: event.params.id, reason });
      return { done: '已撤回核验，记入的学时已冲销；更正后请重新核验。' };
    }),
  correct: (event) =>
    answering(event, correctionForm, async ({ personId, isPresent, reason }) => {
      const change = { eventId: event.params.id, personId, isPresent: isPresent === 'yes', reason };
      await events.correctAttendance(event.locals.act, change);
      return { done: '名单已更正，台账随之更正。' };
    }),
};
