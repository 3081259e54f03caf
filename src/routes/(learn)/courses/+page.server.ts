import { loading } from '#lib/server/platform/http.ts';
import * as study from '#lib/server/study/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  courses: await loading(() => study.listOpenCourses(locals.act)),
});
