import { redirect } from '@sveltejs/kit';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import { fileForm } from '#lib/forms/imports.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const imports = await units.listTreeImports(locals.act);
    return { imports: imports.map((one) => ({ ...one, at: shanghaiClock(one.stagedAt) })) };
  });

export const actions: Actions = {
  check: (event) =>
    answering(event, fileForm, async ({ file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const asked = { name: file.name, bytes };
      redirect(303, `/manage/units/import/${await units.openTree(event.locals.act, asked)}`);
    }),
};
