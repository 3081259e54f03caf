import * as bank from '#lib/server/bank/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loading(() => bank.checkBank(locals.act));
