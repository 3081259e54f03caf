import { error } from '@sveltejs/kit';
import { parseForm } from '#lib/forms/parseForm.ts';
import { issuesForm } from '#lib/forms/people.ts';
import { formOf, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const form = parseForm(issuesForm, await loading(() => formOf(request)));
  if (!form.ok) error(422, { message: '请重新检查名册后再下载。', id: '' });
  const bytes = await loading(() => people.issuesWorkbook(locals.act, form.value.issues));
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('名册检查结果.xlsx')}`,
    },
  });
};
