import { mine } from '#lib/server/exams/index.ts';
import { countNewAnswers } from '#lib/server/feedback/index.ts';
import { myClaims, myYear } from '#lib/server/hours/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const year = await myYear(locals.act);
    const exams = (await mine(locals.act)).filter((exam) => exam.planYear === year.planYear);
    const claims = await myClaims(locals.act, { limit: 3 });
    return { year, exams, claims, answers: await countNewAnswers(locals.act) };
  });
