import { parseBankFilter } from '#lib/forms/bank.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as bank from '#lib/server/bank/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const sortable = ['code', 'topic', 'difficulty'] as const;
    const listing = parseListing(url, { sortable, defaultSort: 'code' });
    const filter = parseBankFilter(url);
    const sort = listing.sort as bank.BankSort;
    const list = await bank.listQuestions(locals.act, { ...listing, ...filter, sort });
    return { listing, filter, query: url.search, ...list };
  });
