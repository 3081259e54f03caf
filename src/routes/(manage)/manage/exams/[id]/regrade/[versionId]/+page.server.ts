import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { mendOf, mendOfAddress, regradeForm } from '#lib/forms/grading.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as grading from '#lib/server/grading/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const key = { examId: params.id, versionId: params.versionId };
    const listing = parseListing(url, { sortable: [], defaultSort: 'change' });
    const { page, pageSize } = listing;
    const asked = mendOfAddress(url);
    const mendable = await grading.openQuestion(locals.act, key);
    const preview = async () => {
      if (asked === null) return { preview: null, fields: {} };
      if ('fields' in asked) return { preview: null, fields: asked.fields };
      try {
        const order = { ...key, mend: asked.mend, page, pageSize };
        return { preview: await grading.previewRegrade(locals.act, order), fields: {} };
      } catch (thrown) {
        if (thrown instanceof DomainError && thrown.code === 'invalid')
          return { preview: null, fields: thrown.fields ?? {} };
        throw thrown;
      }
    };
    return {
      mendable,
      asked: {
        kind: url.searchParams.get('kind') ?? (mendable.bankKey ? 'key' : ''),
        key: asked === null ? (mendable.bankKey ?? mendable.key) : url.searchParams.getAll('key[]'),
        points: url.searchParams.get('points') ?? '',
      },
      listing,
      query: url.search,
      ...(await preview()),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, regradeForm, async ({ reason, explanation, ...fields }) => {
      const { id: examId, versionId } = event.params;
      const order = { examId, versionId, mend: mendOf(fields), explanation, reason };
      await grading.commitRegrade(event.locals.act, order);
      redirect(303, `/manage/exams/${examId}/regrade`);
    }),
};
