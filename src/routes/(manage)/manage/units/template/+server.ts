import { downloading, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  downloading({ name: '单位导入模板.xlsx', bytes: await loading(() => units.treeTemplateFile(locals.act)) });
