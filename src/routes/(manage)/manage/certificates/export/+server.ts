import { exportList } from '#lib/server/certificates/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import { certificatesFilter } from '../filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { page: _, pageSize: __, ...filter } = certificatesFilter(url);
  return downloading({ name: '证明清单.xlsx', bytes: await loading(() => exportList(locals.act, filter)) });
};
