import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as grading from '#lib/server/grading/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: [], defaultSort: 'change' });
    const { page, pageSize } = listing;
    const exam = await exams.open(locals.act, params.id);
    const { regradeId } = params;
    return {
      exam: { id: exam.id, title: exam.title },
      changes: await grading.changedAttempts(locals.act, { regradeId, page, pageSize }),
      listing,
      query: url.search,
    };
  });
