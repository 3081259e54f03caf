import type { Ledger } from '#lib/domain/facts/study.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { carryKindOf } from '#lib/domain/hours/rule.ts';
import { planYearOf, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import { carryOver } from './verbs.carry.ts';
import { carryRun, keepCarryRun, personsWithEntries } from './queries.carry.ts';
import { ruleOnDay } from './questions.ts';

/** So many people in one run; the next goes on from there. */
const MOST = 1000;

/** Whether last year's surplus is not carried on yet. */
export async function isYearDue(db: Db, now: Instant): Promise<boolean> {
  const run = await carryRun(db, planYearOf(now) - 1).executeTakeFirst();
  return (run?.done_at ?? null) === null;
}

/**
 * After the turn of the year, carries what last year's ledgers left over into this one, person by person, where a rule
 * says so. Interrupted, it goes on where it stopped; done, it does nothing. Answers how many people were looked at.
 */
export async function turnYear(act: Act): Promise<number> {
  access.require(act, 'hours.turnYear');
  const planYear = planYearOf(act.now) - 1;
  const run = await carryRun(act.db, planYear).executeTakeFirst();
  if (run && run.done_at !== null) return 0;
  const carrying = await carryingLedgers(act, planYear);
  return inChunks(act, (own, limit) => carryNext(own, { planYear, carrying, limit }), MOST);
}

async function carryingLedgers(act: Act, planYear: number): Promise<Ledger[]> {
  const names = Object.keys(ledgers) as Ledger[];
  const day = `${planYear + 1}-01-01`;
  const rules = await Promise.all(names.map((ledger) => ruleOnDay(act.db, carryKindOf(ledger), day)));
  return names.filter((_, index) => rules[index]?.capHundredths !== 0);
}

/** Carries over for the next people with entries; when there are none, the year is done. */
async function carryNext(
  act: Act,
  { planYear, carrying, limit }: { planYear: number; carrying: Ledger[]; limit: number },
): Promise<number> {
  const afterPersonId = (await carryRun(act.db, planYear).executeTakeFirst())?.after_person_id ?? '';
  const asked = { planYear, afterPersonId, limit };
  const rows = carrying.length === 0 ? [] : await personsWithEntries(act.db, asked).execute();
  for (const { person_id: personId } of rows) {
    for (const ledger of carrying) await carryOver(act, { personId, planYear, ledger });
  }
  const last = rows[rows.length - 1]?.person_id ?? afterPersonId;
  const doneAt = rows.length === 0 ? act.now : null;
  await keepCarryRun(act.db, { planYear, afterPersonId: last, doneAt }).execute();
  return rows.length;
}
