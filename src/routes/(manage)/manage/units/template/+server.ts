import { loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import { workbookResponse } from '../../workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  workbookResponse(await loading(() => units.treeTemplateFile(locals.act)), '单位导入模板.xlsx');
