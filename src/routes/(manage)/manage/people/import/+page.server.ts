import { redirect } from '@sveltejs/kit';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import { rosterForm } from '#lib/forms/rosters.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const imports = await rosters.listRosters(locals.act);
    return { imports: imports.map((one) => ({ ...one, at: shanghaiClock(one.stagedAt) })) };
  });

export const actions: Actions = {
  check: (event) =>
    answering(event, rosterForm, async ({ file, from }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const asked = { name: file.name, bytes, from: from === '' ? undefined : from };
      redirect(303, `/manage/people/import/${await rosters.openRoster(event.locals.act, asked)}`);
    }),
};
