import { planYearOf } from '#lib/domain/shared/time.ts';
import { refusalForm, requestIdForm } from '#lib/forms/certificates.ts';
import { grantRequest, list, listRequests, refuseRequest } from '#lib/server/certificates/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { certificatesFilter } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const filter = certificatesFilter(url);
    const { certificates, total } = await list(locals.act, filter);
    return {
      filter,
      query: url.search,
      thisYear: planYearOf(locals.act.now),
      total,
      certificates: certificates.map(
        ({ id, number, kind, planYear, personName, unitName, issuedAt, state }) => ({
          ...{ id, number, kind, planYear, personName, unitName, issuedAt, state },
        }),
      ),
      waiting: await listRequests(locals.act),
    };
  });

export const actions: Actions = {
  grant: (event) =>
    answering(event, requestIdForm, async ({ requestId }) => {
      const { number } = await grantRequest(event.locals.act, requestId);
      return { done: `已开具，编号 ${number}，本人可以打印。` };
    }),
  refuse: (event) =>
    answering(event, refusalForm, async ({ requestId, reason }) => {
      await refuseRequest(event.locals.act, { id: requestId, reason });
      return { done: '已回复，本人看得到原因。' };
    }),
};
