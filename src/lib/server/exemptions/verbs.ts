import { DomainError } from '#lib/domain/shared/errors.ts';
import { exemptionRefusal, type ExemptionKind, type Ground } from '#lib/domain/exemptions/grounds.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, isDuplicate, type Db } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import { announce } from '../facts/index.ts';
import * as files from '../files/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as queries from './queries.ts';

export interface NewExemption {
  examId: string;
  personId: string;
  kind: ExemptionKind;
  ground: Ground;
  reason: string;
  evidence: { name: string; bytes: Uint8Array };
}

/** Asks for 免考 or 缓考 with its evidence; another person decides. Returns its id. `conflict` while one is open. */
export async function ask(act: Act, asked: NewExemption): Promise<string> {
  const candidate = await exams.candidateOrThrow(act.db, asked);
  access.require(act, 'exemption.ask', candidate);
  await refuseUnless(act, candidate, asked.kind);
  const { unitPath } = candidate;
  const { id: fileId } = await files.store(act, { unitPath, ...asked.evidence });
  const id = newId();
  const hand = signatureOf(act);
  const { examId, personId, kind, ground, reason } = asked;
  const row = {
    ...{ id, exam_id: examId, person_id: personId, kind, ground, reason, file_id: fileId },
    ...{ status: 'asked' as const, asked_by: hand.id, asked_by_name: hand.name, asked_at: act.now },
    open_key: `${examId} ${personId}`,
  };
  try {
    await inTransaction(act, async (act) => {
      await queries.insertExemption(act.db, row).execute();
      await tell(act, { id, examId, personId }, { verb: 'exemption.asked', kind, ground, reason });
    });
  } catch (error) {
    if (isDuplicate(error)) throw new DomainError('conflict', '该人员已有一份申请待审批。');
    throw error;
  }
  return id;
}

async function refuseUnless(act: Act, candidate: exams.Candidate, kind: ExemptionKind): Promise<void> {
  const exam = await exams.examOrThrow(act.db, candidate.examId);
  const { lastCloses } = await exams.releaseFacts(act.db, candidate.examId);
  const refusal = exemptionRefusal({ ...candidate, kind, mainCloses: exam.closesAt, lastCloses }, act.now);
  if (refusal) throw new DomainError('conflict', refusal);
}

export interface Verdict {
  exemptionId: string;
  verdict: 'approved' | 'refused';
  reason: string;
}

/**
 * Decides what somebody else asked; never one's own question, nor about oneself. Approved, 免考 leaves 应考 and 缓考 stays
 * in it until the make-up closes. `conflict` when it was decided already or the person has sat meanwhile.
 */
export async function decide(act: Act, input: Verdict): Promise<void> {
  const exemption = await exemptionOrThrow(act.db, input.exemptionId);
  access.require(act, 'exemption.decide', exemption.candidate);
  const hand = signatureOf(act);
  if (hand.id === exemption.asked_by)
    throw new DomainError('conflict', '申请应由另一人审批，不能审批自己提出的申请。');
  if (hand.id === exemption.person_id) throw new DomainError('conflict', '不能审批本人的免考或缓考。');
  const { kind, exam_id: examId, person_id: personId } = exemption;
  const decided = { status: input.verdict, decided_by: hand.id, decided_by_name: hand.name };
  const to = { ...decided, decided_at: act.now, decided_reason: input.reason, open_key: null };
  await inTransaction(act, async (act) => {
    const changed = await queries
      .changeExemption(act.db, input.exemptionId, { from: 'asked', to })
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new DomainError('conflict', '这份申请已经处理，请刷新页面。');
    const verb = `exemption.${input.verdict}`;
    await tell(act, { id: input.exemptionId, examId, personId }, { verb, kind, reason: input.reason });
    if (input.verdict === 'refused') return;
    await refuseUnless(act, await exams.holdCandidate(act, { examId, personId }), kind);
    const state = kind === 'exempt' ? { state: 'exempt' as const } : { deferred: 1 };
    await applyTo(act, { examId, personId }, { ...state, reason: exemption.reason });
  });
}

/** Takes back what was asked or approved; an approved one puts the person back into 应考. */
export async function withdraw(act: Act, input: { exemptionId: string; reason: string }): Promise<void> {
  const exemption = await exemptionOrThrow(act.db, input.exemptionId);
  access.require(act, 'exemption.ask', exemption.candidate);
  const { status, kind, exam_id: examId, person_id: personId } = exemption;
  if (status !== 'asked' && status !== 'approved')
    throw new DomainError('conflict', '这份申请已经了结，无需撤回。');
  const { lastCloses } = await exams.releaseFacts(act.db, examId);
  if (status === 'approved' && act.now > lastCloses)
    throw new DomainError('conflict', '考试已经结束，不能再撤回。');
  await inTransaction(act, async (act) => {
    const to = { status: 'withdrawn' as const, open_key: null };
    const changed = await queries
      .changeExemption(act.db, input.exemptionId, { from: status, to })
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new DomainError('conflict', '这份申请刚刚被处理，请刷新页面。');
    const told = { verb: 'exemption.withdrawn', kind, reason: input.reason, was: status };
    await tell(act, { id: input.exemptionId, examId, personId }, told);
    if (status === 'asked') return;
    // A deferral that was approved before an exemption stands again, and the other way round.
    const back = kind === 'exempt' ? { state: 'due' as const } : { deferred: 0 };
    await applyTo(act, { examId, personId }, { ...back, reason: input.reason });
  });
}

async function applyTo(
  act: Act,
  key: { examId: string; personId: string },
  to: exams.Candidacy,
): Promise<void> {
  await exams.changeCandidacy(act, key, to);
  await announce(act, { kind: 'exemptionDecided', ...key });
  await announce(act, { kind: 'candidateChanged', ...key });
}

async function exemptionOrThrow(db: Db, id: string) {
  const row = await queries
    .exemptionById(db, id)
    .executeTakeFirstOrThrow(
      () => new DomainError('notFound', '没有找到这份申请，或者它不在您的管理范围内。'),
    );
  const candidate = await exams.candidateOrThrow(db, { examId: row.exam_id, personId: row.person_id });
  return { ...row, candidate };
}

async function tell(
  act: Act,
  of: { id: string; examId: string; personId: string },
  { verb, ...details }: { verb: string } & Record<string, unknown>,
): Promise<void> {
  const subject = { kind: 'exemption', id: of.id };
  await audit.record(act, {
    verb,
    subject,
    details: { examId: of.examId, personId: of.personId, ...details },
  });
}
