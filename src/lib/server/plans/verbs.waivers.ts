import { waiverFault, type WaiverStatus } from '#lib/domain/plans/waiver.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as files from '../files/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { holdRequirement } from './planContent.ts';
import { requirementById } from './queries.plans.ts';
import * as q from './queries.waivers.ts';
import { requirementOf } from './rows.ts';

export interface NewWaiver {
  personId: string;
  requirementId: string;
  ground: string;
  /** Hundredths by which the target is lowered; null: the whole requirement. */
  releasedHundredths: number | null;
  reason: string;
  /** Evidence: a notice, a certificate. */
  file: { name: string; bytes: Uint8Array } | null;
}

async function requirementFor(act: Act, wanted: NewWaiver) {
  const row = await requirementById(act.db, wanted.requirementId).executeTakeFirst();
  if (!row || !openPlanYears(shanghaiDay(act.now)).includes(row.plan_year))
    throw refused('requirementId', '请选择本年度的一条要求。');
  return row;
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

/**
 * Asks that somebody be released from a requirement or part of it. Nothing changes before a second person has approved.
 * Throws `conflict` when one is asked or approved for the same requirement already.
 */
export async function askWaiver(act: Act, wanted: NewWaiver): Promise<{ id: string }> {
  const unitPath = await people.unitPathOf(act, wanted.personId);
  access.require(act, 'waiver.ask', { unitPath });
  const row = await requirementFor(act, wanted);
  const requirement = requirementOf(row);
  const fault = waiverFault(wanted, requirement);
  if (fault) throw refused(...fault);
  const file = wanted.file ? await files.store(act, { ...wanted.file, unitPath }) : null;
  const id = newId();
  await inTransaction(act, async (own) => {
    await holdRequirement(own, row);
    const inserted = await q
      .insertWaiver(own.db, {
        ...{ id, person_id: wanted.personId, requirement_id: requirement.id },
        ...{ plan_year: requirement.planYear, ground: wanted.ground, reason: wanted.reason.trim() },
        ...{ released_hundredths: wanted.releasedHundredths, file_id: file?.id ?? null },
        ...{ status: 'asked', live: 'live', asked_by: signatureOf(act).id, asked_at: act.now },
        ...{ decided_by: null, decided_at: null, decided_reason: null },
      })
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n)
      throw new DomainError('conflict', '这条要求已有一份待批准或已批准的减免，请先撤回它。');
    await audit.record(own, {
      verb: 'plans.waiverAsked',
      unitId: unitPath[0] ?? null,
      subject: { kind: 'waiver', id },
      details: { ...wanted, file: file?.name ?? null },
    });
  });
  return { id };
}

type WaiverRow = NonNullable<Awaited<ReturnType<ReturnType<typeof q.waiverById>['executeTakeFirst']>>>;

interface Loaded extends access.Thing {
  row: WaiverRow | undefined;
}

async function loaded(act: Act, waiverId: string): Promise<Loaded> {
  const row = await q.waiverById(act.db, waiverId).executeTakeFirst();
  return { row, unitPath: row ? await people.unitPathOf(act, row.person_id) : [] };
}

interface Step {
  from: readonly WaiverStatus[];
  to: WaiverStatus;
  reason: string;
  verb: string;
}

/** Moves a waiver on, once; what it changes for the person is announced in the same transaction. */
async function moveOn(act: Act, { row, unitPath }: Loaded, step: Step): Promise<void> {
  if (!row) throw new DomainError('notFound', '没有找到这份减免。');
  if (!openPlanYears(shanghaiDay(act.now)).includes(row.plan_year))
    throw new DomainError('conflict', `${row.plan_year} 年度已经结束，减免保持原样。`);
  const isLive = step.to === 'approved';
  await inTransaction(act, async (own) => {
    const set = {
      ...{ status: step.to, live: isLive ? 'live' : row.id, decided_by: signatureOf(act).id },
      ...{ decided_at: act.now, decided_reason: step.reason.trim() },
    };
    const moved = await q.moveWaiver(own.db, { id: row.id, from: step.from, set }).executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw new DomainError('conflict', '这份减免已经办理过，请刷新后查看。');
    await audit.record(own, {
      verb: step.verb,
      unitId: unitPath?.[0] ?? null,
      subject: { kind: 'waiver', id: row.id },
      details: { personId: row.person_id, reason: step.reason.trim() },
    });
    const { person_id: personId, plan_year: planYear, requirement_id: requirementId } = row;
    if (isLive || row.status === 'approved')
      await announce(own, { kind: 'waiverDecided', personId, planYear, requirementId });
  });
}

/** Approves or refuses what another person asked for; a refusal says why. */
export async function decideWaiver(
  act: Act,
  asked: { waiverId: string; isApproved: boolean; reason: string },
): Promise<void> {
  const thing = await loaded(act, asked.waiverId);
  access.require(act, 'waiver.decide', thing);
  if (thing.row?.asked_by === signatureOf(act).id)
    throw new DomainError('forbidden', '减免须由申报人之外的另一位管理员批准。');
  if (!asked.isApproved && asked.reason.trim() === '') throw refused('reason', '请写明不批准的原因。');
  const to = asked.isApproved ? 'approved' : 'refused';
  const verb = asked.isApproved ? 'plans.waiverApproved' : 'plans.waiverRefused';
  await moveOn(act, thing, { from: ['asked'], to, reason: asked.reason, verb });
}

/** Withdraws a waiver that is asked or approved; with an approved one the full target returns. */
export async function withdrawWaiver(act: Act, asked: { waiverId: string; reason: string }): Promise<void> {
  const thing = await loaded(act, asked.waiverId);
  access.require(act, 'waiver.ask', thing);
  if (asked.reason.trim() === '') throw refused('reason', '请写明撤回的原因。');
  const step = { to: 'withdrawn', reason: asked.reason, verb: 'plans.waiverWithdrawn' } as const;
  await moveOn(act, thing, { from: ['asked', 'approved'], ...step });
}
