import { timeForm } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, depends }) =>
  loading(async () => {
    depends('exams:live');
    const exam = await exams.open(locals.act, params.id);
    return {
      exam: { id: exam.id, title: exam.title, sitting: exam.live.sitting },
      lines: await exams.sitting(locals.act, params.id),
      grants: await exams.listGrants(locals.act, params.id),
      now: locals.act.now,
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, timeForm, async ({ whom, attemptIds, minutes, reason }) => {
      const given = { examId: event.params.id, minutes, reason };
      const people = await exams.giveTime(event.locals.act, {
        ...given,
        attemptIds: whom === 'all' ? 'all' : attemptIds,
      });
      return { done: `已为 ${people} 人加时 ${minutes} 分钟，考生页面随即更新。` };
    }),
};
