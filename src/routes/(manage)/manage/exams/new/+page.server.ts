import { redirect } from '@sveltejs/kit';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { examForm, examSettingsOf } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { settingChoices } from '../choices.ts';
import { usualSettings } from '../settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const choices = await settingChoices(locals.act);
    const usual = usualSettings({
      planYear: planYearOf(locals.act.now),
      today: shanghaiDay(locals.act.now),
      unitId: choices.units[0]?.value ?? '',
      blueprintId: url.searchParams.get('blueprint') ?? choices.blueprints[0]?.value ?? '',
    });
    return { choices, usual };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, examForm, async (form) => {
      const id = await exams.create(event.locals.act, examSettingsOf(form));
      redirect(303, `/manage/exams/${id}`);
    }),
};
