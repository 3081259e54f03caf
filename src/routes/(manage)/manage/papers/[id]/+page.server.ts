import { redirect } from '@sveltejs/kit';
import { blueprintRowForm, blueprintTermsForm, changedRowForm, rowIdForm } from '#lib/forms/papers.ts';
import * as papers from '#lib/server/papers/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => ({
    blueprint: await papers.open(locals.act, params.id),
    choices: await papers.choices(locals.act),
    rowId: url.searchParams.get('row'),
  }));

export const actions: Actions = {
  terms: (event) =>
    answering(event, blueprintTermsForm, async ({ title, halfForSubset = false }) => {
      await papers.setTerms(event.locals.act, { blueprintId: event.params.id, title, halfForSubset });
      return { done: '已保存。' };
    }),
  addRow: (event) =>
    answering(event, blueprintRowForm, async ({ points, ...row }) => {
      const wish = { blueprintId: event.params.id, ...row, pointsHundredths: points };
      await papers.addRow(event.locals.act, wish);
      return { done: '已添加一行。' };
    }),
  changeRow: (event) =>
    answering(event, changedRowForm, async ({ points, ...row }) => {
      const wish = { blueprintId: event.params.id, ...row, pointsHundredths: points };
      await papers.changeRow(event.locals.act, wish);
      redirect(303, `/manage/papers/${event.params.id}`);
    }),
  raiseRow: (event) =>
    answering(event, rowIdForm, async ({ rowId }) => {
      await papers.raiseRow(event.locals.act, { blueprintId: event.params.id, rowId });
      return { done: '已上移一行。' };
    }),
  removeRow: (event) =>
    answering(event, rowIdForm, async ({ rowId }) => {
      await papers.removeRow(event.locals.act, { blueprintId: event.params.id, rowId });
      return { done: '已删除一行。' };
    }),
};
