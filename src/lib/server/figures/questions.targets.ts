import { targetKeys, usualTargets } from '#lib/domain/figures/targets.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { secondsKept } from '#lib/domain/figures/freshness.ts';
import { planLines, type PlanLine } from '#lib/domain/figures/plan.ts';
import { handleOf, readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { Kept } from '../platform/kept.ts';
import { targetsOf } from './queries.targets.ts';
import type { UnitYear } from './questions.values.ts';

type Held = Record<string, number>;

const HELD = Symbol('held by figure');

/** How many events of each figure a unit means to hold in a year: what it set, else what is usual. */
export async function targetsNow(act: Act, asked: UnitYear): Promise<Record<string, number>> {
  const set = await targetsOf(act.db, asked).execute();
  return { ...usualTargets, ...Object.fromEntries(set.map((row) => [row.figure, row.target])) };
}

/**
 * Every target of a unit's year with what is verified by the scope's day, in a unit of many people as of some minutes
 * ago; the verb that calls has asked.
 */
export async function againstPlan(act: Act, scope: FigureScope, people: number): Promise<PlanLine[]> {
  const targets = await targetsNow(act, scope);
  const keys = targetKeys.filter((key) => (targets[key] ?? 0) > 0);
  const asked = { scope: { ...scope, group: 'all', classCode: null } as const, keys };
  const kept = handleOf(act.db, HELD, () => new Kept<Held>());
  const { value: held } = await kept.get(
    JSON.stringify(asked),
    { now: act.now, seconds: () => secondsKept([{ denominator: people }]) },
    () => readHeavy<Held>(act.db, 'figures/queries.targets.ts', 'heldByFigure', asked),
  );
  return planLines(keys, { targets, held });
}
