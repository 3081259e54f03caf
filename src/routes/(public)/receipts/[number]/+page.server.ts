import * as exams from '#lib/server/exams/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  verification: await loading(() => exams.verifyReceipt(locals.act, params.number)),
});
