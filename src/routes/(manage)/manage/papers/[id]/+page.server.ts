import { blueprintRowForm, blueprintTermsForm, rowIdForm } from '#lib/forms/papers.ts';
import * as papers from '#lib/server/papers/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({
    blueprint: await papers.open(locals.act, params.id),
    topics: await papers.topics(locals.act),
  }));

export const actions: Actions = {
  terms: (event) =>
    answering(event, blueprintTermsForm, async ({ title, halfForSubset = false }) => {
      await papers.setTerms(event.locals.act, { blueprintId: event.params.id, title, halfForSubset });
      return { done: '已保存。' };
    }),
  addRow: (event) =>
    answering(event, blueprintRowForm, async ({ points, ...row }) => {
      await papers.addRow(event.locals.act, {
        blueprintId: event.params.id,
        ...row,
        pointsHundredths: points,
      });
      return { done: '已添加一行。' };
    }),
  removeRow: (event) =>
    answering(event, rowIdForm, async ({ rowId }) => {
      await papers.removeRow(event.locals.act, { blueprintId: event.params.id, rowId });
      return { done: '已删除一行。' };
    }),
};
