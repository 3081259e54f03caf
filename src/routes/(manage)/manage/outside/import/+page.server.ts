import { redirect } from '@sveltejs/kit';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import { resultsForm } from '#lib/forms/outside.ts';
import { listOutside, listOwnResults, openResults } from '#lib/server/outside/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const { units, sources } = await listOutside(locals.act, { q: '', page: 1, pageSize: 1 });
    const imports = await listOwnResults(locals.act);
    return { units, sources, imports: imports.map((one) => ({ ...one, at: shanghaiClock(one.stagedAt) })) };
  });

export const actions: Actions = {
  check: (event) =>
    answering(event, resultsForm, async ({ file, ...about }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const id = await openResults(event.locals.act, { ...about, name: file.name, bytes });
      redirect(303, `/manage/outside/import/${id}`);
    }),
};
