import { shanghaiClock } from '#lib/domain/shared/time.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { takeBackForm } from '#lib/forms/outside.ts';
import { takeBackImport, viewOutside } from '#lib/server/outside/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['row'], defaultSort: 'row' });
    const view = await viewOutside(locals.act, { id: params.id, ...listing });
    const returnedAt = view.returned ? shanghaiClock(view.returned.at) : '';
    return { view, at: shanghaiClock(view.doneAt), returnedAt, listing, query: url.search };
  });

export const actions: Actions = {
  takeBack: (event) =>
    answering(event, takeBackForm, async ({ reason }) => {
      await takeBackImport(event.locals.act, { id: event.params.id, reason });
      return { done: '已撤回，各人台账上的分录正在逐笔冲销；原文件可以改正后重新导入。' };
    }),
};
