import * as bank from '#lib/server/bank/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { workbookResponse } from '../../workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  workbookResponse(await loading(() => bank.bankTemplate(locals.act)), '题库导入模板.xlsx');
