import { loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const bytes = await loading(() => people.importTemplate(locals.act));
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('人员导入模板.xlsx')}`,
    },
  });
};
