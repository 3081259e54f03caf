import { firstYearTouched } from '#lib/domain/completion/year.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { wakeJob } from '../platform/jobs.ts';
import { judgedYears } from './queries.hours.ts';
import { oweRecount, someConcerned, type Concerned } from './queries.owed.ts';
import { recount } from './verbs.recount.ts';

/** So many people are judged anew within the act that concerns them; more are owed to the job. */
const AT_ONCE = 200;

/** Which years of the people concerned: one, or all that are not over on the day. */
export interface Years {
  planYear: number | null;
  day: Day;
}

/**
 * Judges everybody concerned anew: a few within the act, many by `recountOwed`, for which it leaves a note in the act's
 * transaction. Until then they keep their former standing.
 */
export async function recountOrOwe(
  act: Act,
  who: Concerned,
  years: Years & { atOnce?: number },
): Promise<void> {
  const { atOnce = AT_ONCE } = years;
  const some = await someConcerned(act.db, who, atOnce + 1).execute();
  if (some.length <= atOnce) {
    const personIds = some.map((one) => one.person_id);
    await recount(act, personIds, await planYearsOf(act, years));
    return;
  }
  await oweRecount(act.db, {
    ...{ id: newId(), done_to: '', owed_at: act.now, plan_year: years.planYear, day: years.day },
    unit_id: 'unitId' in who ? who.unitId : null,
    class_code: 'unitId' in who ? null : who.classCode,
  }).execute();
  wakeJob(act.db, 'completion.recountOwed');
}

export async function planYearsOf(act: Act, { planYear, day }: Years): Promise<number[]> {
  if (planYear !== null) return [planYear];
  const years = await judgedYears(act.db, firstYearTouched(day)).execute();
  return years.map((one) => one.plan_year);
}
