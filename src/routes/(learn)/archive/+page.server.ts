import { askedYear } from '#lib/forms/planYear.ts';
import { isLedger } from '#lib/domain/hours/ledgers.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { readLedger } from '#lib/server/hours/index.ts';
import { myTransfers } from '#lib/server/movement/index.ts';
import { personOf } from '#lib/server/platform/act.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const planYear = askedYear(url, planYearOf(locals.act.now));
    const named = url.searchParams.get('ledger') ?? '';
    const ledger = isLedger(named) ? named : 'training';
    const { personId } = personOf(locals.act);
    const book = await readLedger(locals.act, { personId, planYear, ledger });
    return { ledger, book, transfers: await myTransfers(locals.act) };
  });
