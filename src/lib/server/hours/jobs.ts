import type { Ledger } from '#lib/domain/facts/study.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { carryKindOf } from '#lib/domain/hours/rule.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { carryOver } from './verbs.carry.ts';
import { carryRun, keepCarryRun, personsWithEntries } from './queries.carry.ts';
import { ruleOnDay } from './questions.ts';

/** So many people are carried over in one transaction, so that nobody who answers waits long. */
const CHUNK = 50;
/** So many in one run; the next goes on from there. */
const MOST = 1000;

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
  let afterPersonId = run?.after_person_id ?? '';
  let seen = 0;
  while (seen < MOST && carrying.length > 0) {
    const asked = { planYear, afterPersonId, limit: CHUNK };
    const personIds = (await personsWithEntries(act.db, asked).execute()).map((row) => row.person_id);
    await inTransaction(act, (own) => carryChunk(own, { planYear, personIds, carrying }));
    seen += personIds.length;
    afterPersonId = personIds.at(-1) ?? afterPersonId;
    if (personIds.length < CHUNK) break;
  }
  if (seen < MOST)
    await inTransaction(act, (own) =>
      keepCarryRun(own.db, { planYear, afterPersonId, doneAt: act.now }).execute(),
    );
  return seen;
}

async function carryingLedgers(act: Act, planYear: number): Promise<Ledger[]> {
  const names = Object.keys(ledgers) as Ledger[];
  const day = `${planYear + 1}-01-01`;
  const rules = await Promise.all(names.map((ledger) => ruleOnDay(act.db, carryKindOf(ledger), day)));
  return names.filter((_, index) => rules[index]?.capHundredths !== 0);
}

async function carryChunk(
  act: Act,
  { planYear, personIds, carrying }: { planYear: number; personIds: string[]; carrying: Ledger[] },
): Promise<void> {
  for (const personId of personIds) {
    for (const ledger of carrying) await carryOver(act, { personId, planYear, ledger });
  }
  const last = personIds[personIds.length - 1];
  if (last !== undefined)
    await keepCarryRun(act.db, { planYear, afterPersonId: last, doneAt: null }).execute();
}
