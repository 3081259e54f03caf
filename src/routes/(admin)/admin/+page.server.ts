import { examine, readFirstSteps } from '#lib/server/inspection/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({
    at: locals.act.now,
    steps: await readFirstSteps(locals.act),
    symptoms: await examine(locals.act),
  }));
