import {
  nextRevision,
  reversalOf,
  type Entry,
  type EntryKey,
  type EntryOrigin,
} from '#lib/domain/hours/entry.ts';
import { underCap, type Fitted } from '#lib/domain/hours/cap.ts';
import { firstRule, type HourRule, type Measure, type RuleKind } from '#lib/domain/hours/rule.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { askFixed, writeFixed } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import {
  cutEntries,
  insertEntry,
  insertRule,
  revisionsOf,
  ruleById,
  ruleOn,
  sums,
  takeTurn,
} from './queries.ts';
import { joined } from './questions.ts';
import { entryOf, entryRow, ruleOf, ruleRow } from './rows.ts';

/** The rule that holds on a day; the installation's first one is written when it is first needed. */
export async function ruleFor(act: Act, sourceKind: RuleKind, day: Day): Promise<HourRule> {
  const [row] = await askFixed(act.db, ruleOn, { sourceKind, day });
  if (row) return ruleOf(row);
  const rule = firstRule(sourceKind);
  await insertRule(act.db, ruleRow(rule, signatureOf(act), act.now)).execute();
  return rule;
}

type Booking = Measure & { ruleId: string | null; origin: EntryOrigin; cut?: number | null };

/** Books an entry under the key's next revision and announces it; does nothing while one stands. */
export async function book(act: Act, key: EntryKey, what: Booking): Promise<void> {
  const revisions = await askFixed(act.db, revisionsOf, key);
  const revision = nextRevision(revisions.map((row) => row.revision));
  if (revision === null) return;
  const added = { reverses: null, reason: null, enteredAt: act.now };
  const entry: Entry = { ...key, cut: null, ...what, ...added, id: newId(), revision };
  if ((await writeFixed(act.db, insertEntry, entryRow(entry, signatureOf(act)))) === 0) return;
  const { id: entryId, personId, ledger, planYear } = entry;
  await announce(act, { kind: 'hoursEntered', entryId, personId, ledger, planYear });
}

/** Books what a training is worth by a rule, up to the rule's yearly cap; what is cut is kept beside it. */
export async function bookByRule(
  act: Act,
  key: EntryKey,
  what: { measure: Measure; rule: HourRule; origin: EntryOrigin },
): Promise<void> {
  const { measure, rule, origin } = what;
  if (rule.capHundredths !== null) await takeTurn(act.db, key.personId).execute();
  const fitted = await fit(act, { key, measure, rule });
  await book(act, key, { ...fitted.measure, cut: fitted.cut || null, ruleId: rule.id, origin });
}

/** Adds the exact negative of an entry and announces it; false when it was taken back before. */
export async function takeBack(act: Act, entry: Entry, reason: string): Promise<boolean> {
  const reversal = reversalOf(entry, { id: newId(), reason, enteredAt: act.now });
  const inserted = await insertEntry(act.db, entryRow(reversal, signatureOf(act))).executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  const { personId, ledger, planYear } = entry;
  await announce(act, { kind: 'entryReversed', entryId: reversal.id, personId, ledger, planYear });
  return true;
}

/** Room that a reversal left under a yearly cap goes to the entries that had been cut, the earliest first. */
export async function refill(
  act: Act,
  key: Pick<EntryKey, 'personId' | 'planYear' | 'sourceKind'>,
): Promise<void> {
  await takeTurn(act.db, key.personId).execute();
  for (const row of await cutEntries(act.db, key).execute()) {
    const entry = entryOf(row);
    const rule = ruleOf(await ruleById(act.db, entry.ruleId ?? '').executeTakeFirstOrThrow());
    const measure = wholeOf(entry);
    const fitted = await fit(act, { key: entry, measure, rule, without: entry });
    if (fitted.cut >= (entry.cut ?? 0)) continue;
    await takeBack(act, entry, '年度上限腾出，按原时长补记');
    const { ledger, personId, planYear, sourceKind, sourceId, origin } = entry;
    const again = { ...fitted.measure, cut: fitted.cut || null, ruleId: rule.id, origin };
    await book(act, { ledger, personId, planYear, sourceKind, sourceId }, again);
  }
}

/** What an entry was worth before the cap cut it. */
function wholeOf(entry: Entry): Measure {
  const cut = entry.cut ?? 0;
  if (entry.seconds === null) return { seconds: null, hundredths: entry.hundredths + cut };
  return { seconds: entry.seconds + cut, hundredths: null };
}

/** What fits of a measure beside what is booked in the year by the same kind, one entry left out when told. */
async function fit(
  act: Act,
  asked: { key: EntryKey; measure: Measure; rule: HourRule; without?: Measure },
): Promise<Fitted> {
  const { key, measure, rule, without } = asked;
  const { minutesPerHour, capHundredths } = rule;
  if (capHundredths === null) return { measure, cut: 0 };
  const rows = await sums(act.db, key).execute();
  const booked = joined(
    rows.filter((row) => row.ledger === key.ledger && row.source_kind === key.sourceKind),
  ).map((sum) => (without && sum.minutesPerHour === minutesPerHour ? less(sum, without) : sum));
  return underCap({ measure, minutesPerHour, capHundredths, booked });
}

function less<S extends { seconds: number; hundredths: number }>(sum: S, measure: Measure): S {
  return {
    ...sum,
    seconds: sum.seconds - (measure.seconds ?? 0),
    hundredths: sum.hundredths - (measure.hundredths ?? 0),
  };
}
