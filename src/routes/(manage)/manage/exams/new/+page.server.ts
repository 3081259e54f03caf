import { redirect } from '@sveltejs/kit';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { examForm } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Blueprints to choose from: the latest changed of the coordinator's units. */
const CHOICES = { q: '', page: 1, pageSize: 100 };

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => ({
    units: await units.listUnits(locals.act),
    blueprints: (await papers.list(locals.act, CHOICES)).rows,
    blueprintId: url.searchParams.get('blueprint') ?? '',
    today: shanghaiDay(locals.act.now),
    planYear: planYearOf(locals.act.now),
  }));

export const actions: Actions = {
  default: (event) =>
    answering(event, examForm, async ({ pass, excellent, ...exam }) => {
      const terms = { ...exam, passHundredths: pass, excellentHundredths: excellent };
      redirect(303, `/manage/exams/${await exams.create(event.locals.act, terms)}`);
    }),
};
