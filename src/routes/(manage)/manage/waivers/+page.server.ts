import { askedYear } from '#lib/forms/planYear.ts';
import { waiverGrounds } from '#lib/domain/plans/waiver.ts';
import { classLabel } from '#lib/domain/people/classes.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { waiverDecisionForm, waiverForm } from '#lib/forms/plans.ts';
import { parseListing } from '#lib/forms/listing.ts';
import {
  askWaiver,
  decideWaiver,
  deskOfWaiver,
  listWaivers,
  withdrawWaiver,
} from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['askedAt'], defaultSort: '-askedAt' });
    const personId = url.searchParams.get('person') ?? '';
    const { q, page, pageSize } = listing;
    const planYear = askedYear(url, planYearOf(locals.act.now));
    const desk = personId === '' ? null : await deskOfWaiver(locals.act, personId);
    return {
      listing,
      query: url.search,
      planYear,
      personId,
      name: desk?.name ?? null,
      requirements: (desk?.requirements ?? [])
        .filter((one) => one.fullHundredths > 0)
        .map((one) => ({
          value: one.id,
          label: `${one.planYear} 年 ${classLabel(one.classCode)} ${formatHundredths(one.fullHundredths)} 学时`,
        })),
      ground: url.searchParams.get('ground') ?? '',
      grounds: Object.entries(waiverGrounds).map(([value, label]) => ({ value, label })),
      ...(await listWaivers(locals.act, { planYear, q, personId, page, pageSize })),
    };
  });

export const actions: Actions = {
  ask: (event) =>
    answering(event, waiverForm, async ({ released, file, ...input }) => {
      const bytes = file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
      await askWaiver(event.locals.act, {
        ...input,
        releasedHundredths: released,
        file: file && bytes ? { name: file.name, bytes } : null,
      });
      return { done: '已提交，请另一位管理员批准；批准前要求不变。' };
    }),
  decide: (event) =>
    answering(event, waiverDecisionForm, async ({ decision, ...input }) => {
      if (decision === 'withdraw') await withdrawWaiver(event.locals.act, input);
      else await decideWaiver(event.locals.act, { ...input, isApproved: decision === 'approve' });
      return { done: '已办理，达标情况随即按新的目标计算。' };
    }),
};
