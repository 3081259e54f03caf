import { downloading, loading } from '#lib/server/platform/http.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  downloading({ name: '人员导入模板.xlsx', bytes: await loading(() => rosters.importTemplate(locals.act)) });
