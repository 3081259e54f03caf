import { resultTemplateFile } from '#lib/server/outside/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  downloading({
    name: '外部成绩导入模板.xlsx',
    bytes: await loading(() => resultTemplateFile(locals.act)),
  });
