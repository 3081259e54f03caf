import { firstYearTouched } from '#lib/domain/completion/year.ts';
import { addDays, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { findsAny, inTransaction, personsTurned, personsUnder, readHeavy, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import { payOwed } from '../platform/owed.ts';
import { judgedUntil, requirementsTurned, setJudgedUntil, unitsTurned } from './queries.day.ts';
import { judgedYears } from './queries.hours.ts';
import { dropOwed, recountsOwed, setDoneTo, type Concerned } from './queries.owed.ts';
import { personsOfClass } from './queries.people.ts';
import { planYearsOf } from './verbs.owed.ts';
import { recount } from './verbs.recount.ts';

/** Whether a day has begun since the last look. */
export async function isDayDue(db: Db, now: Instant): Promise<boolean> {
  const last = await judgedUntil(db).executeTakeFirst();
  return (last?.day ?? '') < shanghaiDay(now);
}

/**
 * What begins or ends by date changes who is due where: after midnight in Shanghai, and at start for the days missed,
 * everybody whose post, class, requirement or unit began or ended since is judged anew. Repeating it changes nothing.
 * Answers how many people were judged.
 */
export async function turnDay(act: Act): Promise<number> {
  access.require(act, 'completion.turnDay');
  const until = shanghaiDay(act.now);
  const last = (await judgedUntil(act.db).executeTakeFirst())?.day ?? addDays(until, -1);
  if (last >= until) return 0;
  const personIds = await whoTurned(act, last, until);
  const years = await judgedYears(act.db, firstYearTouched(last)).execute();
  const planYears = years.map((one) => one.plan_year);
  await overChunks(act, personIds, (own, some) => recount(own, some, planYears));
  await inTransaction(act, (own) => setJudgedUntil(own.db, until).execute());
  return personIds.length;
}

/** Whether a recount is owed. */
export function isRecountOwed(db: Db): Promise<boolean> {
  return findsAny(recountsOwed(db));
}

/**
 * Judges those anew whose recount is owed, from where the last round ended. Answers how many recounts are done.
 * `block`: people between two looks whether the server is to end.
 */
export async function recountOwed(act: Act, stopping?: AbortSignal, block?: number): Promise<number> {
  access.require(act, 'completion.recountOwed');
  return payOwed(act, await recountsOwed(act.db).execute(), {
    ...{ stopping, block, setDoneTo, drop: dropOwed },
    dueBy: async (row) => {
      const { unit_id: unitId, class_code: classCode, plan_year: planYear, day } = row;
      const who: Concerned = unitId === null ? { classCode: classCode ?? '', day } : { unitId };
      const planYears = await planYearsOf(act, { planYear, day });
      return {
        personIds: await readHeavy<string[]>(act.db, 'completion/queries.owed.ts', 'concernedIds', who),
        pay: (own, personIds) => recount(own, personIds, planYears),
      };
    },
  });
}

async function whoTurned(act: Act, after: Day, until: Day): Promise<string[]> {
  const passed = { after, until };
  const people = new Set((await personsTurned(act.db, passed).execute()).map((one) => one.person_id));
  for (const { class_code: classCode } of await requirementsTurned(act.db, passed).execute()) {
    for (const day of [after, until]) {
      const members = await personsOfClass(act.db, { classCode, day }).execute();
      for (const one of members) people.add(one.person_id);
    }
  }
  for (const { unit_id: unitId } of await unitsTurned(act.db, passed).execute()) {
    for (const one of await personsUnder(act.db, unitId).execute()) people.add(one.person_id);
  }
  return [...people].sort();
}
