import { isGround } from '#lib/domain/exemptions/grounds.ts';
import { leftForm, reasonForm } from '#lib/forms/exams.ts';
import { exemptionForm, withdrawForm } from '#lib/forms/exemptions.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as exemptions from '#lib/server/exemptions/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

const keyOf = ({ id, personId }: { id: string; personId: string }) => ({ examId: id, personId });

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const named = url.searchParams.get('ground') ?? '';
    return {
      candidate: await exams.candidate(locals.act, keyOf(params)),
      asked: await exemptions.ofCandidate(locals.act, keyOf(params)),
      ground: isGround(named) ? named : 'sickLeave',
    };
  });

export const actions: Actions = {
  ask: (event) =>
    answering(event, exemptionForm, async ({ file, ...asked }) => {
      const evidence = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      await exemptions.ask(event.locals.act, { ...keyOf(event.params), ...asked, evidence });
      return { done: '已提交，请另一位管理员或领导审批。' };
    }),
  withdraw: (event) =>
    answering(event, withdrawForm, async (input) => {
      await exemptions.withdraw(event.locals.act, input);
      return { done: '已撤回。' };
    }),
  left: (event) =>
    answering(event, leftForm, async (input) => {
      await exams.markLeft(event.locals.act, { ...keyOf(event.params), ...input });
      return { done: '已标记为开放前离开，不计入应考。' };
    }),
  back: (event) =>
    answering(event, reasonForm, async ({ reason }) => {
      await exams.bringBack(event.locals.act, { ...keyOf(event.params), reason });
      return { done: '已恢复应考。' };
    }),
};
