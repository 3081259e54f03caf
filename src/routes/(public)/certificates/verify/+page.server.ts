import { redirect } from '@sveltejs/kit';
import { typedCode, typedNumber } from '#lib/domain/certificates/number.ts';
import type { PageServerLoad } from './$types';

/** What was typed leads to the certificate's page: the address that its picture holds, with the number to compare. */
export const load: PageServerLoad = ({ url }) => {
  const code = typedCode(url.searchParams.get('code') ?? '');
  const number = typedNumber(url.searchParams.get('number') ?? '').slice(0, 40);
  if (code === '' || number === '') return { number, code };
  redirect(303, `/certificates/verify/${encodeURIComponent(code)}?number=${encodeURIComponent(number)}`);
};
