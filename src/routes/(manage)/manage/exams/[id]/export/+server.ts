import * as exams from '#lib/server/exams/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await loading(() => exams.exportCandidates(locals.act, params.id));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
};
