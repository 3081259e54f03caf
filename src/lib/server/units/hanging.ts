import { openPlanYears } from '#lib/domain/plans/years.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { placesWithin } from './queries.change.ts';
import { examsAt, grantsAt, peopleAt, plansAt } from './queries.hanging.ts';

/** What hangs on a unit and must be thought of before it changes. */
export interface Hanging {
  /** Units below it, at any depth. */
  below: number;
  /** People with a post in it on the day or later, home or work. */
  people: number;
  /** The same with all units below. */
  peopleBelow: number;
  /** Roles held over it. */
  grants: number;
  /** Its study plans of the open years. */
  plans: number;
  /** Its exams that are not over. */
  exams: number;
}

/** Counts what hangs on a unit on a day and after. */
export async function hangingOn(act: Act, asked: { unitId: string; day: Day }): Promise<Hanging> {
  const { db } = act;
  const { unitId, day } = asked;
  const within = await placesWithin(db, asked).execute();
  const all = [...new Set([unitId, ...within.map((one) => one.unit_id)])];
  const one = { unitIds: [unitId], day };
  const planYears = openPlanYears(shanghaiDay(act.now));
  const totals = await Promise.all([
    peopleAt(db, one).executeTakeFirstOrThrow(),
    peopleAt(db, { unitIds: all, day }).executeTakeFirstOrThrow(),
    grantsAt(db, one).executeTakeFirstOrThrow(),
    plansAt(db, { unitIds: [unitId], planYears }).executeTakeFirstOrThrow(),
    examsAt(db, { unitIds: [unitId], now: act.now }).executeTakeFirstOrThrow(),
  ]);
  const [people = 0, peopleBelow = 0, grants = 0, plans = 0, exams = 0] = totals.map((row) =>
    Number(row.total),
  );
  return { below: all.length - 1, people, peopleBelow, grants, plans, exams };
}
