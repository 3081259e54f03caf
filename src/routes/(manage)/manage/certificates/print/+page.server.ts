import { listToPrint, SHEETS_A_PAGE } from '#lib/server/certificates/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { certificatesFilter } from '../filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const { page, pageSize: _, ...filter } = certificatesFilter(url);
    const { sheets, total } = await listToPrint(locals.act, { filter, page, origin: url.origin });
    return { sheets, total, page, pageSize: SHEETS_A_PAGE, query: url.search };
  });
