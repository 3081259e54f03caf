import { exportClaims } from '#lib/server/hours/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import { claimsFilter } from '../claimsFilter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { q, status, sort, direction } = claimsFilter(url);
  const bytes = await loading(() => exportClaims(locals.act, { q, status, sort, direction }));
  return downloading({ name: '申报学时.xlsx', bytes });
};
