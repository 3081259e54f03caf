import { read } from '#lib/server/files/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

/** A stored file, always saved and never shown in the browser, so that nothing in it can run under this address. */
export const GET: RequestHandler = ({ locals, params }) =>
  loading(async () => {
    const file = await read(locals.act, params.id);
    return new Response(file.bytes, {
      headers: {
        'content-type': file.type,
        'content-length': String(file.bytes.byteLength),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
