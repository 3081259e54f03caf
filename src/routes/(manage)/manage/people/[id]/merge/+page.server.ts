import { redirect } from '@sveltejs/kit';
import { mergeForm, partForm } from '#lib/forms/people.ts';
import {
  mergeCandidates,
  mergePeople,
  partPeople,
  previewMerge,
  viewPerson,
} from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const { id, name, merges } = await viewPerson(act, params.id);
    const goneId = url.searchParams.get('with');
    return {
      person: { id, name },
      merges: merges.filter((one) => one.isGone && !one.isUndone),
      candidates: await mergeCandidates(act, id),
      preview: goneId === null ? null : await previewMerge(act, { keptId: id, goneId }),
    };
  });

export const actions: Actions = {
  merge: (event) =>
    answering(event, mergeForm, async (input) => {
      const keptId = event.params.id;
      await mergePeople(event.locals.act, { ...input, keptId });
      redirect(303, `/manage/people/${keptId}`);
    }),
  part: (event) =>
    answering(event, partForm, async (input) => {
      await partPeople(event.locals.act, input);
      return { done: '合并已撤回，两份档案恢复。' };
    }),
};
