import { askedYear } from '#lib/forms/planYear.ts';
import { isLedger } from '#lib/domain/hours/ledgers.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { reversalForm, unlearnForm } from '#lib/forms/hours.ts';
import { readLedger, reverseEntry } from '#lib/server/hours/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { reverseCompletion } from '#lib/server/study/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const planYear = askedYear(url, planYearOf(locals.act.now));
    const named = url.searchParams.get('ledger') ?? '';
    const ledger = isLedger(named) ? named : 'training';
    const book = await readLedger(locals.act, { personId: params.id, planYear, ledger });
    return { ledger, personId: params.id, book };
  });

export const actions: Actions = {
  unlearn: (event) =>
    answering(event, unlearnForm, async (input) => {
      const planYear = askedYear(event.url, planYearOf(event.locals.act.now));
      await reverseCompletion(event.locals.act, { ...input, planYear, personId: event.params.id });
      return { done: '已撤销这次完成，学时和学分已冲销，本人可以重新学习。' };
    }),
  reverse: (event) =>
    answering(event, reversalForm, async (input) => {
      await reverseEntry(event.locals.act, input);
      return { done: '已冲销，原分录和冲销分录都保留在台账上。' };
    }),
};
