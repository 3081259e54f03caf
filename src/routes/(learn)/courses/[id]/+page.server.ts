import { loading } from '#lib/server/platform/http.ts';
import * as study from '#lib/server/study/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(() => study.readCourse(locals.act, params.id));
