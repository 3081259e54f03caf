import * as bank from '#lib/server/bank/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  downloading({ name: '题库导入模板.xlsx', bytes: await loading(() => bank.bankTemplate(locals.act)) });
