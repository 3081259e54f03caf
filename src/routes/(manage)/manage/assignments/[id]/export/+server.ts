import { exportAssignment } from '#lib/server/plans/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import { targetsAsked } from '../targets.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { wish } = targetsAsked(url);
  const bytes = await loading(() => exportAssignment(locals.act, params.id, wish));
  return downloading({ name: '指派完成情况.xlsx', bytes });
};
