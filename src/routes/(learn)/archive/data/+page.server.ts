import { readOwnData } from '#lib/server/inspection/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ own: await readOwnData(locals.act) }));
