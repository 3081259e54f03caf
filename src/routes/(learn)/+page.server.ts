import { can } from '#lib/server/access/index.ts';
import { mine } from '#lib/server/exams/index.ts';
import { countNewAnswers } from '#lib/server/feedback/index.ts';
import { myClaims, myYear } from '#lib/server/hours/index.ts';
import { readFirstSteps } from '#lib/server/inspection/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { dueToday } from '#lib/server/practice/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const year = await myYear(locals.act);
    const exams = (await mine(locals.act)).filter((exam) => exam.planYear === year.planYear);
    const claims = await myClaims(locals.act, { limit: 3 });
    const [answers, dueQuestions] = [await countNewAnswers(locals.act), await dueToday(locals.act)];
    const steps = can(locals.act, 'inspection.firstSteps') ? await readFirstSteps(locals.act) : [];
    return { year, exams, claims, answers, dueQuestions, steps };
  });
