import { firstYearTouched } from '#lib/domain/completion/year.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import {
  judgedUntil,
  personsTurned,
  requirementsTurned,
  setJudgedUntil,
  unitsTurned,
} from './queries.day.ts';
import { judgedYears } from './queries.hours.ts';
import { personsOfClass, personsUnder } from './queries.people.ts';
import { recount } from './verbs.recount.ts';

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
