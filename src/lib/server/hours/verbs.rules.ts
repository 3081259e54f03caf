import { examplesOf, type Example } from '#lib/domain/hours/examples.ts';
import { firstRule, isCarry, type HourRule, type RuleKind } from '#lib/domain/hours/rule.ts';
import { ruleFault } from '#lib/domain/hours/ruleFault.ts';
import { ruleKinds } from '#lib/domain/hours/words.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, planYearOf, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { entriesByRule, everyRule, insertRule, endRules, topUnits } from './queries.ts';
import { keepCarryRun } from './queries.carry.ts';
import { ruleOnDay } from './questions.ts';
import { ruleOf, ruleRow } from './rows.ts';

export type NewRule = Omit<HourRule, 'id' | 'validTo'>;

export interface RuleLine extends HourRule {
  /** Who set it; empty for what the installation starts with. */
  enteredBy: string;
}

export interface RulesView {
  /** All rules by kind, the latest first; a kind without a row shows the one an installation starts with. */
  rules: RuleLine[];
  maySet: boolean;
}

/** What access needs to know of the rules: they belong to the topmost units. */
async function thingOf(db: Db): Promise<access.Thing> {
  const rows = await topUnits(db).execute();
  return { unitPath: rows.map((row) => row.id) };
}

/** All rules of hours with their dates and sources, and whether this actor may set new ones. */
export async function listRules(act: Act): Promise<RulesView> {
  access.require(act, 'hours.rules');
  const rows = await everyRule(act.db).execute();
  const names = await people.namesById(
    act.db,
    rows.map((row) => row.entered_by),
  );
  const rules = (Object.keys(ruleKinds) as RuleKind[]).flatMap((kind): RuleLine[] => {
    const own = rows.filter((row) => row.source_kind === kind);
    if (own.length === 0) return [{ ...firstRule(kind), enteredBy: '' }];
    return own.map((row) => {
      const isFirst = row.id === firstRule(kind).id;
      return { ...ruleOf(row), enteredBy: isFirst ? '' : (names.get(row.entered_by) ?? '') };
    });
  });
  return { rules, maySet: access.can(act, 'hours.setRule', await thingOf(act.db)) };
}

export interface RulePreview {
  /** The rule that holds until the day before the new one. */
  before: HourRule;
  /** Null for a rule about a surplus. */
  examples: Example[] | null;
  /** Entries of the year that were made by the earlier rule and stay as they are. */
  kept: number;
  endsOn: Day;
}

/** What a new rule would change, without setting it. Throws as `setRule` would. */
export async function previewRule(act: Act, wanted: NewRule): Promise<RulePreview> {
  const thing = await thingOf(act.db);
  access.require(act, 'hours.setRule', thing);
  await refuseFaulty(act, wanted);
  const { sourceKind, validFrom } = wanted;
  const before = await ruleOnDay(act.db, sourceKind, addDays(validFrom, -1));
  const after: HourRule = { ...wanted, id: '', validTo: null };
  const asked = { ruleId: before.id, planYear: Number(validFrom.slice(0, 4)) };
  const { total } = await entriesByRule(act.db, asked).executeTakeFirstOrThrow();
  const isTimed = sourceKind === 'lesson' || sourceKind === 'event' || sourceKind === 'claim';
  const examples = isTimed ? examplesOf(before, after) : null;
  return { before, examples, kept: Number(total), endsOn: addDays(validFrom, -1) };
}

async function refuseFaulty(act: Act, wanted: NewRule): Promise<void> {
  const rows = await everyRule(act.db).execute();
  const latest = rows.find((row) => row.source_kind === wanted.sourceKind)?.valid_from ?? null;
  const fault = ruleFault(wanted, { planYear: planYearOf(act.now), latest });
  if (fault) throw new DomainError(fault.code, fault.sentence, { fields: { [fault.field]: fault.sentence } });
}

/**
 * Sets a rule from a day of this year or later on; the one before it ends on the day before. Entries already made
 * keep the rule by which they were made, so that no past year changes.
 */
export async function setRule(act: Act, wanted: NewRule): Promise<{ id: string }> {
  const thing = await thingOf(act.db);
  access.require(act, 'hours.setRule', thing);
  await refuseFaulty(act, wanted);
  const rule: HourRule = { ...wanted, source: wanted.source.trim(), id: newId(), validTo: null };
  const by = signatureOf(act);
  await inTransaction(act, async (own) => {
    const first = { ...ruleRow(firstRule(rule.sourceKind), by, act.now), entered_by: '' };
    if (!(await everyRule(own.db).execute()).some((row) => row.source_kind === rule.sourceKind))
      await insertRule(own.db, first).execute();
    await endRules(own.db, { sourceKind: rule.sourceKind, last: addDays(rule.validFrom, -1) }).execute();
    const inserted = await insertRule(own.db, ruleRow(rule, by, act.now)).executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n)
      throw new DomainError('conflict', '这一天起已经有一条规则，请换一个生效日期。');
    await carryAnew(own, rule);
    await audit.record(own, {
      verb: 'hours.ruleSet',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'hourRule', id: rule.id },
      details: { ...rule },
    });
  });
  return { id: rule.id };
}

/** A surplus rule that holds from the first day of a year on is about what the year before left over. */
async function carryAnew(act: Act, rule: HourRule): Promise<void> {
  if (!isCarry(rule.sourceKind) || !rule.validFrom.endsWith('-01-01')) return;
  const planYear = Number(rule.validFrom.slice(0, 4)) - 1;
  await keepCarryRun(act.db, { planYear, afterPersonId: '', doneAt: null }).execute();
}
