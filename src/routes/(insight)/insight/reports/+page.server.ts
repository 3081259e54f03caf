import { loading } from '#lib/server/platform/http.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ units: await reports.listReports(locals.act) }));
