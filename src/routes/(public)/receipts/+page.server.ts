import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A number that was typed leads to its page; capitals and spaces are as the typist likes. */
export const load: PageServerLoad = ({ url }) => {
  const number = (url.searchParams.get('number') ?? '').replace(/\s/g, '').toUpperCase();
  if (number !== '') redirect(303, `/receipts/${encodeURIComponent(number)}`);
};
