import type { JoinerRule } from '#lib/domain/plans/asked.ts';
import { isClassCode } from '#lib/domain/people/classes.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, isDay, planYearOf, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { endAsSeen, insertRequirement, passPlansOn, requirementById } from './queries.plans.ts';
import { insertWaiver, liveWaivers, moveAsked } from './queries.waivers.ts';
import { requirementOf } from './rows.ts';

export interface NewRequirement {
  /** Any unit of the tree; the actor must hold its top, since a requirement holds for everybody of its class. */
  unitId: string;
  classCode: string;
  planYear: number;
  ledger: Ledger;
  /** Hundredths of 学时 or 学分; 0 asks for none. */
  targetHundredths: number;
  needsExam: boolean;
  /** What is asked of who joins in the year; the whole target unless told. */
  joiners?: JoinerRule;
  legalBasis: string;
  validFrom: Day;
  validTo: Day | null;
}

function faultOf(act: Act, wanted: NewRequirement): [field: string, sentence: string] | null {
  if (!isClassCode(wanted.classCode)) return ['classCode', '请选择人员类别。'];
  if (wanted.planYear < planYearOf(act.now)) return ['planYear', '往年的要求保持原样，不能新增。'];
  if (wanted.legalBasis.trim() === '') return ['legalBasis', '请写明依据的文件和条款。'];
  if (!Number.isInteger(wanted.targetHundredths) || wanted.targetHundredths < 0)
    return ['target', '目标请填不小于 0 的数字，最多两位小数。'];
  if (wanted.targetHundredths === 0 && !wanted.needsExam)
    return ['target', '目标为 0 又不要求考试，这条要求没有内容。'];
  if (!isDay(wanted.validFrom)) return ['validFrom', '请填写有效的起始日期。'];
  if (wanted.validTo !== null && wanted.validTo < wanted.validFrom)
    return ['validTo', '截止日期不能早于起始日期。'];
  return null;
}

/** Publishes a dated requirement with its legal basis. Throws `conflict` for one that stands already. */
export async function publishRequirement(act: Act, wanted: NewRequirement): Promise<{ id: string }> {
  const path = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'requirement.publish', { unitPath: path.slice(-1) });
  const fault = faultOf(act, wanted);
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  const id = newId();
  const { planYear, classCode, ledger } = wanted;
  await inTransaction(act, async (own) => {
    const inserted = await insertRequirement(own.db, {
      ...{ id, class_code: classCode, plan_year: planYear, ledger },
      ...{ target_hundredths: wanted.targetHundredths, needs_exam: wanted.needsExam ? 1 : 0 },
      ...{ legal_basis: wanted.legalBasis.trim(), valid_from: wanted.validFrom, valid_to: wanted.validTo },
      ...{ entered_by: signatureOf(act).id, entered_at: act.now, joiners: wanted.joiners ?? 'full' },
    }).executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n)
      throw new DomainError('conflict', '这类人员在这一年已有同一台账、同一起始日期的要求。');
    await audit.record(own, {
      verb: 'plans.requirementPublished',
      unitId: path[path.length - 1] ?? null,
      subject: { kind: 'requirement', id },
      details: { ...wanted },
    });
    await announce(own, { kind: 'requirementPublished', requirementId: id, planYear });
  });
  return { id };
}

export interface Amendment {
  requirementId: string;
  /** Any unit of the tree; the actor must hold its top. */
  unitId: string;
  /** First day of the new terms, within the requirement's year; the old ones hold until the day before. */
  from: Day;
  targetHundredths: number;
  needsExam: boolean;
  joiners: JoinerRule;
  legalBasis: string;
}

/**
 * Changes a requirement from a day on: the old row ends, a new one follows it, both stay with their basis. Releases
 * from the old terms hold for the new ones.
 */
export async function amendRequirement(act: Act, asked: Amendment): Promise<{ id: string }> {
  const path = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'requirement.publish', { unitPath: path.slice(-1) });
  const row = await requirementById(act.db, asked.requirementId).executeTakeFirst();
  const today = shanghaiDay(act.now);
  if (!row) throw new DomainError('notFound', '没有找到这条要求。');
  if (!isDay(asked.from) || asked.from < today || asked.from.slice(0, 4) !== String(row.plan_year)) {
    const sentence = `请填今天或以后、${row.plan_year} 年内的日期；已经过去的日子按原来的要求。`;
    throw new DomainError('invalid', sentence, { fields: { from: sentence } });
  }
  return inTransaction(act, async (own) => {
    const last = addDays(asked.from, -1);
    const reaches = row.valid_from <= last && (row.valid_to ?? asked.from) > last;
    const ended = reaches && (await endAsSeen(own.db, row, last).executeTakeFirst());
    if (!ended || ended.numUpdatedRows === 0n)
      throw new DomainError('conflict', '这条要求在那一天已经不再有效，请刷新后再试。');
    const { classCode, ledger } = requirementOf(row);
    const next = await publishRequirement(own, {
      ...asked,
      ...{ classCode, ledger, planYear: row.plan_year, validFrom: asked.from, validTo: row.valid_to },
    });
    await passOn(own, { from: row.id, to: next.id });
    return next;
  });
}

/** What was tied to the old terms is tied to the new ones: plans, and releases by a row that names who approved them. */
async function passOn(act: Act, { from, to }: { from: string; to: string }): Promise<void> {
  await passPlansOn(act.db, { from, to }).execute();
  await moveAsked(act.db, { from, to }).execute();
  for (const row of await liveWaivers(act.db, from).execute()) {
    await insertWaiver(act.db, { ...row, id: newId(), requirement_id: to }).execute();
    const { person_id: personId, plan_year: planYear } = row;
    await announce(act, { kind: 'waiverDecided', personId, planYear, requirementId: to });
  }
}
