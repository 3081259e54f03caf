import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

/** People on one page to be printed, so that a room's list goes to the printer at once. */
const PRINTED = 200;

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const isPrinted = url.searchParams.has('print');
    const rules = { sortable: ['unit'], defaultSort: 'unit', ...(isPrinted && { pageSize: PRINTED }) };
    const { q, page, pageSize } = parseListing(url, rules);
    const offset = (page - 1) * pageSize;
    const candidates = await exams.candidates(locals.act, {
      ...{ examId: params.id, search: q, sort: 'unit', descending: false, offset, limit: pageSize },
    });
    const { title, opensAt, closesAt } = await exams.open(locals.act, params.id);
    return {
      ...{
        examId: params.id,
        title,
        opensAt,
        closesAt,
        page,
        pageSize,
        offset,
        isPrinted,
        query: url.search,
      },
      total: candidates.total,
      people: candidates.rows.map(({ personId, name, unitName, state, isDeferred }) => ({
        ...{ personId, name, unitName, state, isDeferred },
      })),
    };
  });
