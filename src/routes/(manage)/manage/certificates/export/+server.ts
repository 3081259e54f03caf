import { exportList } from '#lib/server/certificates/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { workbookResponse } from '../../workbook.ts';
import { certificatesFilter } from '../filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { page: _, pageSize: __, ...filter } = certificatesFilter(url);
  return workbookResponse(await loading(() => exportList(locals.act, filter)), '证明清单.xlsx');
};
