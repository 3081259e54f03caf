import type { HourRule } from '#lib/domain/hours/rule.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, planYearOf, startOfDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { endRules, everyRule, insertRule } from './queries.ts';
import { ruleOf, ruleRow } from './rows.ts';

/** All rules of hours with their dates and sources, the latest first. */
export async function listRules(act: Act): Promise<HourRule[]> {
  access.require(act, 'hours.rules');
  return (await everyRule(act.db).execute()).map(ruleOf);
}

/**
 * Sets a rule from a day of this year or later on; the one before it ends on the day before. Entries already made
 * keep the rule by which they were made, so that no past year changes.
 */
export async function setRule(act: Act, wanted: Omit<HourRule, 'id' | 'validTo'>): Promise<{ id: string }> {
  access.require(act, 'hours.setRule');
  if (planYearOf(startOfDay(wanted.validFrom)) < planYearOf(act.now))
    throw new DomainError('invalid', '规则只能从本年度起生效，以往年度不再改动。');
  if (!Number.isInteger(wanted.minutesPerHour) || wanted.minutesPerHour < 1)
    throw new DomainError('invalid', '每学时的分钟数应为正整数。');
  if (wanted.source.trim() === '') throw new DomainError('invalid', '请写明规则的依据。');
  const rule: HourRule = { ...wanted, id: newId(), validTo: null };
  await inTransaction(act, async (own) => {
    await endRules(own.db, { sourceKind: rule.sourceKind, last: addDays(rule.validFrom, -1) }).execute();
    const row = ruleRow(rule, signatureOf(act), act.now);
    const inserted = await insertRule(own.db, row).executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n)
      throw new DomainError('conflict', '这一天起已经有一条规则，请换一个生效日期。');
    await audit.record(own, {
      verb: 'hours.ruleSet',
      subject: { kind: 'hourRule', id: rule.id },
      details: { ...rule },
    });
  });
  return { id: rule.id };
}
