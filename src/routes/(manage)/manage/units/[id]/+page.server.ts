import { redirect } from '@sveltejs/kit';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { tradeLabel, trades } from '#lib/domain/units/trades.ts';
import {
  closeUnitForm,
  mergeUnitForm,
  moveUnitForm,
  renameForm,
  reopenUnitForm,
  tradeForm,
} from '#lib/forms/units.ts';
import { mergeUnits } from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const unit = await units.viewUnit(locals.act, params.id);
    const tree = await units.listUnits(locals.act);
    const own = tree.find((one) => one.id === unit.id)?.path ?? [];
    const isWithin = (path: readonly string[]) =>
      own.length > 0 && own.every((name, at) => path[at] === name);
    return {
      unit,
      others: tree
        .filter((one) => !isWithin(one.path))
        .map((one) => ({ value: one.id, label: one.path.join(' / ') })),
      trades: [
        { value: '', label: '不标' },
        ...Object.keys(trades).map((value) => ({ value, label: tradeLabel(value) })),
      ],
      today: shanghaiDay(locals.act.now),
    };
  });

export const actions: Actions = {
  rename: (event) =>
    answering(event, renameForm, async (input) => {
      await units.renameUnit(event.locals.act, { ...input, unitId: event.params.id });
      return { done: `已改名为“${input.name}”。` };
    }),
  trade: (event) =>
    answering(event, tradeForm, async (input) => {
      await units.setTrade(event.locals.act, { ...input, unitId: event.params.id });
      return { done: '行业标签已保存。' };
    }),
  move: (event) =>
    answering(event, moveUnitForm, async (input) => {
      await units.moveUnit(event.locals.act, { ...input, unitId: event.params.id });
      return { done: '隶属关系已调整。' };
    }),
  merge: (event) =>
    answering(event, mergeUnitForm, async (input) => {
      await mergeUnits(event.locals.act, { ...input, unitId: event.params.id });
      redirect(303, `/manage/units/${input.intoId}`);
    }),
  close: (event) =>
    answering(event, closeUnitForm, async (input) => {
      await units.closeUnit(event.locals.act, { ...input, unitId: event.params.id });
      return { done: '单位已撤销。' };
    }),
  reopen: (event) =>
    answering(event, reopenUnitForm, async (input) => {
      await units.reopenUnit(event.locals.act, input);
      return { done: '撤销已收回，单位恢复。' };
    }),
};
