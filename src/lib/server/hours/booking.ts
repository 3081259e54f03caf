import { nextRevision, type Entry, type EntryKey, type EntryOrigin } from '#lib/domain/hours/entry.ts';
import { firstRule, type HourRule, type Measure } from '#lib/domain/hours/rule.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { insertEntry, insertRule, revisionsOf, ruleOn } from './queries.ts';
import { entryRow, ruleOf, ruleRow } from './rows.ts';

/** The rule that holds on a day; the installation's first one is written when it is first needed. */
export async function ruleFor(act: Act, sourceKind: HourRule['sourceKind'], day: Day): Promise<HourRule> {
  const row = await ruleOn(act.db, { sourceKind, day }).executeTakeFirst();
  if (row) return ruleOf(row);
  const rule = firstRule(sourceKind);
  await insertRule(act.db, ruleRow(rule, signatureOf(act), act.now)).execute();
  return rule;
}

/** Books an entry under the key's next revision and announces it; does nothing while one stands. */
export async function book(
  act: Act,
  key: EntryKey,
  what: Measure & { ruleId: string | null; origin: EntryOrigin },
): Promise<void> {
  const revisions = await revisionsOf(act.db, key).execute();
  const revision = nextRevision(revisions.map((row) => row.revision));
  if (revision === null) return;
  const added = { reverses: null, reason: null, enteredAt: act.now };
  const entry: Entry = { ...key, ...what, ...added, id: newId(), revision };
  const inserted = await insertEntry(act.db, entryRow(entry, signatureOf(act))).executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return;
  const { id: entryId, personId, ledger, planYear } = entry;
  await announce(act, { kind: 'hoursEntered', entryId, personId, ledger, planYear });
}
