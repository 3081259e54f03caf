import { previewSeed } from '#lib/forms/papers.ts';
import * as papers from '#lib/server/papers/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => ({
    blueprintId: params.id,
    withKey: url.searchParams.get('key') === '1',
    paper: await papers.preview(locals.act, { blueprintId: params.id, seed: previewSeed(url) }),
  }));
