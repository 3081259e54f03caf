import { redirect } from '@sveltejs/kit';
import { examForm, examSettingsOf } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import { settingChoices } from '../../choices.ts';
import { settingsOf } from '../../settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(async () => {
    const { locals, params } = event;
    const exam = await exams.open(locals.act, params.id);
    if (exam.status !== 'draft') leadOn(event, `/manage/exams/${params.id}`);
    return { title: exam.title, usual: settingsOf(exam), choices: await settingChoices(locals.act) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, examForm, async (form) => {
      const examId = event.params.id;
      await exams.revise(event.locals.act, { ...examSettingsOf(form), examId });
      redirect(303, `/manage/exams/${examId}`);
    }),
};
