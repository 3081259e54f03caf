import { isLedger } from '#lib/domain/hours/ledgers.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { reversalForm } from '#lib/forms/hours.ts';
import { readLedger, reverseEntry } from '#lib/server/hours/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const asked = Number(url.searchParams.get('year'));
    const planYear = asked >= 2000 && asked <= 2100 ? Math.floor(asked) : planYearOf(locals.act.now);
    const named = url.searchParams.get('ledger') ?? '';
    const ledger = isLedger(named) ? named : 'training';
    const book = await readLedger(locals.act, { personId: params.id, planYear, ledger });
    return { ledger, personId: params.id, book };
  });

export const actions: Actions = {
  reverse: (event) =>
    answering(event, reversalForm, async (input) => {
      await reverseEntry(event.locals.act, input);
      return { done: '已冲销，原分录和冲销分录都保留在台账上。' };
    }),
};
