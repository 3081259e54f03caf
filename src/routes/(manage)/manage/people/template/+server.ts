import { downloading, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  downloading({ name: '人员导入模板.xlsx', bytes: await loading(() => people.importTemplate(locals.act)) });
