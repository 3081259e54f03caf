import { DomainError } from '#lib/domain/shared/errors.ts';
import { earliest, type Instant } from '#lib/domain/shared/time.ts';
import { deadlineOf } from '#lib/domain/exams/deadline.ts';
import type { Admission, SittingKind } from '#lib/domain/exams/sitting.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { setDeadlines } from './lengthening.ts';
import { candidateIds } from './queries.candidates.ts';
import * as queries from './queries.exams.ts';
import { holdOpen, openAttempts } from './queries.time.ts';
import { examOrThrow, type Exam } from './questions.ts';

export interface Makeup {
  examId: string;
  opensAt: Instant;
  closesAt: Instant;
  attemptsAllowed: number;
  admits: Admission;
}

/**
 * Arranges the make-up of a published exam, of its paper and its plan year; until it opens it can be arranged anew.
 * `invalid` with fields when its window does not follow the main one.
 */
export async function arrangeMakeup(act: Act, makeup: Makeup): Promise<void> {
  const exam = await examOrThrow(act.db, makeup.examId);
  access.require(act, 'exams.arrangeMakeup', exam);
  if (exam.status !== 'published') throw new DomainError('conflict', '考试发布后才能安排补考。');
  const fields = makeupRefusal(exam, makeup, act.now);
  if (fields) throw new DomainError('invalid', '补考设置还有几处需要修改。', { fields });
  const { opensAt, closesAt, attemptsAllowed, admits } = makeup;
  const terms = { opens_at: opensAt, closes_at: closesAt, attempts_allowed: attemptsAllowed, admits };
  await inTransaction(act, async (act) => {
    const kind = 'makeup' as const;
    const changed = await queries.changeMakeup(act.db, exam.id, { terms, now: act.now }).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) {
      const row = { id: newId(), exam_id: exam.id, kind, ...terms };
      const made = await queries.insertMakeup(act.db, row).executeTakeFirst();
      if (made.numInsertedOrUpdatedRows === 0n)
        throw new DomainError('conflict', '补考已经开始，只能延长时间。');
    }
    await tell(act, exam, { verb: 'exam.makeupArranged', opensAt, closesAt, attemptsAllowed, admits });
  });
}

function makeupRefusal(exam: Exam, makeup: Makeup, now: Instant): Record<string, string> | null {
  if (makeup.opensAt < exam.closesAt) return { opensAt: '补考应在主考期结束之后开始。' };
  if (makeup.closesAt <= makeup.opensAt) return { closesAt: '结束时间应晚于开始时间。' };
  return makeup.closesAt <= now ? { closesAt: '结束时间应在现在之后。' } : null;
}

/**
 * Moves the end of a window on, with a reason; deadlines of attempts that are open in it follow the rule with the new
 * end. `conflict` for an end that is not later. The make-up cannot be overtaken by the main window.
 */
export async function extendWindow(
  act: Act,
  input: { examId: string; kind: SittingKind; closesAt: Instant; reason: string },
): Promise<void> {
  const exam = await examOrThrow(act.db, input.examId);
  access.require(act, 'exams.extendWindow', exam);
  if (exam.status !== 'published') throw new DomainError('conflict', '考试发布后才能延长时间。');
  const { closesAt, kind, reason } = input;
  if (closesAt <= act.now) throw refused('closesAt', '新的结束时间应在现在之后。');
  const sittings = await queries.sittingsOf(act.db, exam.id).execute();
  const makeup = sittings.find((one) => one.kind === 'makeup');
  if (kind === 'main' && makeup && closesAt > makeup.opens_at)
    throw refused('closesAt', '主考期应在补考开始前结束。');
  await inTransaction(act, async (act) => {
    const moved = await queries.moveEnd(act.db, exam.id, { kind, closesAt }).executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw refused('closesAt', '新的结束时间应晚于原来的结束时间。');
    const sittingId = sittings.find((one) => one.kind === kind)?.id ?? '';
    await followWindow(act, { examId: exam.id, sittingId, closesAt });
    await tell(act, exam, { verb: 'exam.windowExtended', kind, closesAt, reason });
  });
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

/** deadline = min(start + duration, window end) + allowances, anew for every attempt that is open in the sitting. */
async function followWindow(
  act: Act,
  { examId, sittingId, closesAt }: { examId: string; sittingId: string; closesAt: Instant },
): Promise<void> {
  await holdOpen(act.db, { examId, attemptIds: null }).execute();
  const open = await openAttempts(act.db, { examId, attemptIds: null, within: null }).execute();
  const moves = open
    .filter((one) => one.sitting_id === sittingId)
    .map((one) => ({
      attemptId: one.id,
      deadline: deadlineOf({
        startedAt: one.started_at,
        durationSeconds: one.duration_seconds,
        closesAt,
        allowanceSeconds: Number(one.allowance_seconds ?? 0),
      }),
    }));
  await setDeadlines(act, moves);
}

/**
 * Cancels an exam with a reason: whoever sits has his deadline now, nobody begins any more, and the exam
 * leaves lists of candidates and every figure. What was sat stays on record.
 */
export async function cancel(act: Act, input: { examId: string; reason: string }): Promise<void> {
  const exam = await examOrThrow(act.db, input.examId);
  access.require(act, 'exams.cancel', exam);
  const { examId, reason } = input;
  await inTransaction(act, async (act) => {
    const cancelled = await queries.cancelExam(act.db, examId, { now: act.now, reason }).executeTakeFirst();
    if (cancelled.numUpdatedRows === 0n) throw new DomainError('conflict', '这场考试已经取消。');
    await endAll(act, examId);
    await tell(act, exam, { verb: 'exam.cancelled', reason });
    const people = await candidateIds(act.db, examId).execute();
    for (const { person_id: personId } of people)
      await announce(act, { kind: 'candidateChanged', examId, personId });
  });
}

/** From this moment nothing more is taken; the exam clock closes each attempt with a receipt, as at any deadline. */
async function endAll(act: Act, examId: string): Promise<void> {
  await holdOpen(act.db, { examId, attemptIds: null }).execute();
  const open = await openAttempts(act.db, { examId, attemptIds: null, within: null }).execute();
  const moves = open.map((one) => ({ attemptId: one.id, deadline: earliest(one.deadline, act.now) }));
  await setDeadlines(act, moves);
}

async function tell(
  act: Act,
  exam: Exam,
  { verb, ...details }: { verb: string } & Record<string, unknown>,
): Promise<void> {
  await audit.record(act, { verb, unitId: exam.unitId, subject: { kind: 'exam', id: exam.id }, details });
}
