import { askedYear } from '#lib/forms/planYear.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { readLedger } from '#lib/server/hours/index.ts';
import { personOf } from '#lib/server/platform/act.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const planYear = askedYear(url, planYearOf(locals.act.now));
    const { personId } = personOf(locals.act);
    const books = [];
    for (const ledger of Object.keys(ledgers) as Ledger[])
      books.push({ ledger, ...(await readLedger(locals.act, { personId, planYear, ledger })) });
    return { planYear, books, printedOn: shanghaiDay(locals.act.now) };
  });
