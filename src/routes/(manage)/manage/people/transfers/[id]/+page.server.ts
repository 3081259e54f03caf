import { partingForm, receptionForm } from '#lib/forms/movement.ts';
import {
  confirmTransfer,
  declineTransfer,
  viewTransfer,
  withdrawTransfer,
} from '#lib/server/movement/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { unitChoices } from '#lib/domain/units/choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const { workUnits, ...transfer } = await viewTransfer(locals.act, params.id);
    const below = workUnits.filter((unit) => unit.id !== transfer.toUnitId);
    return {
      transfer,
      workUnits: [{ value: '', label: '与编制单位相同' }, ...unitChoices(below)],
    };
  });

export const actions: Actions = {
  confirm: (event) =>
    answering(event, receptionForm, async (input) => {
      await confirmTransfer(event.locals.act, { ...input, transferId: event.params.id });
      return { done: '已接收。从到任之日起他在您单位任职，学时和考试记录已随人转来。' };
    }),
  decline: (event) =>
    answering(event, partingForm, async ({ reason }) => {
      await declineTransfer(event.locals.act, { transferId: event.params.id, reason });
      return { done: '已告知对方不接收，本人的任职不变。' };
    }),
  withdraw: (event) =>
    answering(event, partingForm, async ({ reason }) => {
      await withdrawTransfer(event.locals.act, { transferId: event.params.id, reason });
      return { done: '已撤回，本人的任职不变。' };
    }),
};
