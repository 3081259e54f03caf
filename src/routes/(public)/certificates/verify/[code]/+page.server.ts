import { typedCode, typedNumber } from '#lib/domain/certificates/number.ts';
import { verifyCertificate } from '#lib/server/certificates/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const number = typedNumber(url.searchParams.get('number') ?? '').slice(0, 40);
    return { found: await verifyCertificate(locals.act, { code: typedCode(params.code), number }) };
  }, '/certificates/verify');
