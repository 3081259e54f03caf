import {
  isBehindKind,
  reasonText,
  reminderText,
  type BehindKind,
  type Reason,
} from '#lib/domain/plans/behind.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { treeBelow } from '../units/index.ts';
import { reasonsOf } from './reasons.ts';
import {
  accountsBelow,
  type behindCount,
  type behindCounts,
  type behindPage,
  type BehindAsk,
  type BehindFilter,
} from './queries.behind.ts';

const BEHIND = 'plans/queries.behind.ts';

/** Somebody who is behind, and why, with the text to send him. */
export interface BehindPerson {
  personId: string;
  name: string;
  unitId: string;
  unitName: string;
  /** Each with its sentence; what keeps him out stands first. */
  reasons: (Reason & { text: string })[];
  /** Empty when only his coordinator can help. */
  reminder: string;
}

export interface UnitBehind {
  id: string;
  name: string;
  counts: Partial<Record<BehindKind, number>>;
}

export interface Behind {
  planYear: number;
  people: BehindPerson[];
  total: number;
  /** People by unit and reason, over all units within reach. */
  units: UnitBehind[];
}

async function scopeOf(act: Act): Promise<BehindAsk> {
  const within = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const lockedIds = await access.lockedOut(act.db, {
    now: act.now,
    accounts: async () => {
      const rows = await accountsBelow(act.db, within).execute();
      return rows.map((row) => ({ personId: row.person_id, accountId: row.account_id }));
    },
  });
  return { ...within, planYear: planYearOf(act.now), now: act.now, lockedIds };
}

/** Units with their counts, in the order of the tree. */
async function unitsFrom(
  act: Act,
  rows: Awaited<ReturnType<typeof behindCounts>>,
  { unitIds, day }: BehindAsk,
): Promise<UnitBehind[]> {
  const units = new Map<string, UnitBehind>();
  for (const row of rows) {
    const unit = units.get(row.unit_id) ?? { id: row.unit_id, name: row.unit_name, counts: {} };
    if (isBehindKind(row.kind)) unit.counts[row.kind] = Number(row.people);
    units.set(row.unit_id, unit);
  }
  const tree = await treeBelow(act.db, unitIds, day);
  const places = new Map(tree.map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: UnitBehind) => places.get(id) ?? tree.length;
  return [...units.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Who within the actor's reach is behind in this plan year and why: by unit and reason, and a page of the people. What
 * concerns everybody is counted off the serving thread; the reasons are spelt out for the people of the page.
 */
export async function listBehind(
  act: Act,
  asked: BehindFilter & { page: number; pageSize: number },
): Promise<Behind> {
  access.require(act, 'plans.behind');
  const scope = await scopeOf(act);
  const { page, pageSize, ...filter } = asked;
  const ask = { ...scope, ...filter };
  const window = { limit: pageSize, offset: (page - 1) * pageSize };
  const read = <T>(name: string, args: unknown) => readHeavy<T>(act.db, BEHIND, name, args);
  const counts = await read<Awaited<ReturnType<typeof behindCounts>>>('behindCounts', scope);
  const rows = await read<Awaited<ReturnType<typeof behindPage>>>('behindPage', { ...ask, ...window });
  const counted = await read<Awaited<ReturnType<typeof behindCount>>>('behindCount', ask);
  const reasons = await reasonsOf(
    act,
    rows.map((row) => row.id),
    scope,
  );
  const people = rows.map((row) => {
    const own = reasons.get(row.id) ?? [];
    return {
      ...{ personId: row.id, name: row.name, unitId: row.unit_id, unitName: row.unit_name },
      reasons: own.map((one) => ({ ...one, text: reasonText(one) })),
      reminder: reminderText(row.name, scope.planYear, own),
    };
  });
  return {
    planYear: scope.planYear,
    people,
    total: Number(counted?.total ?? 0),
    units: await unitsFrom(act, counts, scope),
  };
}
