import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { changeDayFault, unitChanges, type UnitChangeKind } from '#lib/domain/units/change.ts';
import type { TradeCode } from '#lib/domain/units/trades.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { hangingOn, type Hanging } from './hanging.ts';
import { refused } from './placing.ts';
import { unitById } from './queries.ts';
import { changesOf, formerNames } from './queries.change.ts';
import { dropTrades, endTrade, insertTrade, tradeOn, tradesOf } from './queries.trade.ts';
import { nameOn, pathOf } from './questions.ts';

export interface UnitChangeLine {
  id: string;
  kind: UnitChangeKind;
  day: Day;
  /** What it was and what it became, in words. */
  before: string;
  after: string;
  reason: string;
  madeBy: string;
  madeAt: string;
  isUndone: boolean;
}

export interface UnitView {
  id: string;
  name: string;
  from: Day;
  /** Last day of a closed unit. */
  to: Day | null;
  parentId: string | null;
  /** Names of the units above, the nearest first. */
  above: string[];
  /** Names it bore before, each with its last day. */
  formerNames: { name: string; lastDay: Day }[];
  /** 行业 of today: its own, or inherited from a unit above. */
  trade: { code: string; isInherited: boolean } | null;
  trades: { code: string; from: Day; to: Day | null }[];
  changes: UnitChangeLine[];
  hanging: Hanging;
  /** First day on which a change may begin. */
  earliest: Day;
  mayChange: boolean;
}

/** One unit with its history and what hangs on it. */
export async function viewUnit(act: Act, unitId: string): Promise<UnitView> {
  const unitPath = await pathOf(act.db, unitId);
  access.require(act, 'units.view', { unitPath });
  const unit = await unitById(act.db, unitId).executeTakeFirst();
  if (!unit) throw new DomainError('notFound', '没有找到这个单位。');
  const today = shanghaiDay(act.now);
  const trade = await tradeOn(act.db, unitId, today).executeTakeFirst();
  const former = await formerNames(act.db, unitId).execute();
  const trades = await tradesOf(act.db, unitId).execute();
  const above = await Promise.all(unitPath.slice(1).map((id) => nameOn(act.db, id, today)));
  return {
    ...{ id: unit.id, name: unit.name, from: unit.valid_from, to: unit.valid_to, parentId: unit.parent_id },
    above: above.map((name) => name ?? ''),
    formerNames: former.map((one) => ({ name: one.name, lastDay: one.last_day })),
    trade: trade ? { code: trade.trade_code, isInherited: trade.depth > 0 } : null,
    trades: trades.map((one) => ({ code: one.trade_code, from: one.valid_from, to: one.valid_to })),
    changes: await changeLines(act, unitId),
    hanging: await hangingOn(act, { unitId, day: today }),
    earliest: laterOf(`${openPlanYears(today)[0]}-01-01`, unit.valid_from),
    mayChange: unit.valid_to === null && access.can(act, 'units.move', { unitPath }),
  };
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

async function changeLines(act: Act, unitId: string): Promise<UnitChangeLine[]> {
  const lines: UnitChangeLine[] = [];
  for (const row of await changesOf(act.db, unitId).execute()) {
    const named = async (id: string) => (await nameOn(act.db, id, row.day)) ?? id;
    const kind = row.kind as UnitChangeKind;
    if (!(kind in unitChanges)) throw new Error(`unknown change of a unit: ${row.kind}`);
    lines.push({
      ...{ id: row.id, kind, day: row.day, reason: row.reason },
      before: kind === 'move' ? await named(row.before) : row.before,
      after: kind === 'move' || kind === 'merge' ? await named(row.after) : row.after,
      ...{ madeBy: row.made_by_name, madeAt: row.made_at, isUndone: row.undone_at !== null },
    });
  }
  return lines;
}

/** Tags a unit with a trade from a day on, or takes the tag off (null); units below without a tag of their own follow. */
export async function setTrade(
  act: Act,
  asked: { unitId: string; trade: TradeCode | null; day: Day },
): Promise<void> {
  const unitPath = await pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'units.tag', { unitPath });
  const { unitId, trade, day } = asked;
  await inTransaction(act, async (own) => {
    const unit = await unitById(own.db, unitId).executeTakeFirstOrThrow();
    const today = shanghaiDay(own.now);
    const earliest = `${openPlanYears(today)[0]}-01-01`;
    const fault = changeDayFault(day, { today, earliest, since: unit.valid_from });
    if (fault) throw refused(...fault);
    await dropTrades(own.db, { unitId, day }).execute();
    await endTrade(own.db, { unitId, last: addDays(day, -1) }).execute();
    if (trade !== null) {
      const tag = { unit_id: unitId, trade_code: trade, valid_from: day, valid_to: null };
      await insertTrade(own.db, tag).execute();
    }
    await audit.record(own, {
      verb: 'units.tagged',
      unitId,
      subject: { kind: 'unit', id: unitId },
      details: { trade, day },
    });
  });
}
