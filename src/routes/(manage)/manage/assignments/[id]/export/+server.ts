import { exportAssignment } from '#lib/server/plans/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { workbookResponse } from '../../../workbook.ts';
import { targetsAsked } from '../targets.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { wish } = targetsAsked(url);
  const bytes = await loading(() => exportAssignment(locals.act, params.id, wish));
  return workbookResponse(bytes, '指派完成情况.xlsx');
};
