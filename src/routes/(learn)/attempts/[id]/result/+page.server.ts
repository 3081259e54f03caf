import * as grading from '#lib/server/grading/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  result: await loading(() => grading.result(locals.act, params.id)),
});
