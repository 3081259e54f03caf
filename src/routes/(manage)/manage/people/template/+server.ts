import { loading } from '#lib/server/platform/http.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { workbookResponse } from '../../workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  workbookResponse(await loading(() => rosters.importTemplate(locals.act)), '人员导入模板.xlsx');
