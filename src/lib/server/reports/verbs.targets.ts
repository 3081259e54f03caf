import type { FigureScope } from '#lib/domain/reports/figure.ts';
import { targetKeys, usualTargets } from '#lib/domain/reports/gap.ts';
import { planLines, type PlanLine } from '#lib/domain/reports/plan.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { targetsOf } from './queries.gaps.ts';
import type { ReportQuestion } from './verbs.values.ts';

/** How many events of each figure a unit means to hold in a year: what it set, else what is usual. */
export async function targetsNow(act: Act, asked: ReportQuestion): Promise<Record<string, number>> {
  const set = await targetsOf(act.db, asked).execute();
  return { ...usualTargets, ...Object.fromEntries(set.map((row) => [row.figure, row.target])) };
}

/** Every target of a unit's year with what is verified by the scope's day; the verb that calls has asked. */
export async function againstPlan(act: Act, scope: FigureScope): Promise<PlanLine[]> {
  const targets = await targetsNow(act, scope);
  const keys = targetKeys.filter((key) => (targets[key] ?? 0) > 0);
  const everybody = { ...scope, group: 'all', classCode: null } as const;
  const held = await readHeavy<Record<string, number>>(act.db, 'reports/queries.targets.ts', 'heldByFigure', {
    ...{ scope: everybody, keys },
  });
  return planLines(keys, { targets, held });
}
