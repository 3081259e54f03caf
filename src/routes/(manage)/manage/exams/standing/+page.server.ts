import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { endStandingForm, standingForm } from '#lib/forms/exams.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as people from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

/** Found people of one look; whoever is not among them types more of the name. */
const MOST = 20;

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const { q } = parseListing(url, { sortable: [], defaultSort: 'name' });
    const asked = { q, sort: 'name', direction: 'asc', page: 1, pageSize: MOST } as const;
    const found = q === '' ? [] : (await people.listPeople(locals.act, asked)).people;
    return { q, found, lines: await exams.listStanding(locals.act), today: shanghaiDay(locals.act.now) };
  });

export const actions: Actions = {
  give: (event) =>
    answering(event, standingForm, async ({ amount, unit, to, ...given }) => {
      const terms = {
        percent: unit === 'percent' ? amount : null,
        minutes: unit === 'minutes' ? amount : null,
      };
      await exams.giveStanding(event.locals.act, { ...given, ...terms, to: to === '' ? null : to });
      return { done: '已保存，以后开始的考试自动加时。' };
    }),
  end: (event) =>
    answering(event, endStandingForm, async (input) => {
      await exams.endStanding(event.locals.act, input);
      return { done: '已到今天为止，此前开始的作答不受影响。' };
    }),
};
