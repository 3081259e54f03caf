import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as grading from '#lib/server/grading/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, depends }) =>
  loading(async () => {
    depends('xuefa:regrades');
    const listing = parseListing(url, { sortable: [], defaultSort: 'share' });
    const { q, page, pageSize } = listing;
    const exam = await exams.open(locals.act, params.id);
    return {
      exam: { id: exam.id, title: exam.title },
      regrades: await grading.regrades(locals.act, params.id),
      questions: await grading.questionsMet(locals.act, { examId: params.id, q, page, pageSize }),
      listing,
      query: url.search,
    };
  });
