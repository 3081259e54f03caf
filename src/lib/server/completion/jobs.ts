import { firstYearTouched } from '#lib/domain/completion/year.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
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
import { dropOwed, recountsOwed, setDoneTo, type Concerned } from './queries.owed.ts';
import { personsOfClass, personsUnder } from './queries.people.ts';
import { planYearsOf } from './verbs.owed.ts';
import { recount } from './verbs.recount.ts';

/** So many people are judged between two looks whether the server is to end. */
const BLOCK = 2_000;

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

/**
 * Judges those anew whose recount is owed, portion by portion in the order of their ids; each notes how far it came, so
 * that another goes on there after a crash. Ends between two portions when the server is asked to end. Answers how many
 * recounts are done.
 */
export async function recountOwed(act: Act, stopping?: AbortSignal, block: number = BLOCK): Promise<number> {
  access.require(act, 'completion.recountOwed');
  let done = 0;
  for (const owed of await recountsOwed(act.db).execute()) {
    const { unit_id: unitId, class_code: classCode, plan_year: planYear, day, done_to: doneTo } = owed;
    const who: Concerned = unitId === null ? { classCode: classCode ?? '', day } : { unitId };
    const ids = await readHeavy<string[]>(act.db, 'completion/queries.owed.ts', 'concernedIds', who);
    const left = ids.filter((id) => id > doneTo).sort();
    const planYears = await planYearsOf(act, { planYear, day });
    for (let at = 0; at < left.length; at += block) {
      if (stopping?.aborted) return done;
      await overChunks(act, left.slice(at, at + block), async (own, some) => {
        await recount(own, some, planYears);
        await setDoneTo(own.db, { id: owed.id, doneTo: some.at(-1) ?? doneTo }).execute();
      });
    }
    await inTransaction(act, (own) => dropOwed(own.db, owed.id).execute());
    done += 1;
  }
  return done;
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
