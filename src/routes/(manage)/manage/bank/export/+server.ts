import { parseBankFilter } from '#lib/forms/bank.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as bank from '#lib/server/bank/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { q } = parseListing(url, { sortable: [], defaultSort: 'code' });
  const filter = { q, ...parseBankFilter(url) };
  return downloading({
    name: '题库.xlsx',
    bytes: await loading(() => bank.exportQuestions(locals.act, filter)),
  });
};
