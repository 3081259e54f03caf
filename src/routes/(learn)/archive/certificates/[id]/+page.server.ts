import { view } from '#lib/server/certificates/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const { sheet, state, planYear, kind, nextNumber, ended } = await view(locals.act, {
      id: params.id,
      origin: url.origin,
    });
    return { sheet, state, planYear, kind, nextNumber, ended };
  });
