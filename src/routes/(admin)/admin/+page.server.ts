import { examine, readFirstSteps } from '#lib/server/inspection/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

/** A page is not held up by a mail server that is silent. */
const MAIL_PATIENCE_MS = 1_500;

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({
    at: locals.act.now,
    steps: await readFirstSteps(locals.act),
    symptoms: await examine(locals.act, MAIL_PATIENCE_MS),
  }));
