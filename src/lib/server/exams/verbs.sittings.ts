import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import { isReleased } from '#lib/domain/exams/candidacy.ts';
import type { Admission, SittingKind } from '#lib/domain/exams/sitting.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { followTerms } from './lengthening.ts';
import { candidateIds } from './queries.candidates.ts';
import * as queries from './queries.exams.ts';
import { holdOpen } from './queries.time.ts';
import { examOrThrow, releaseFacts, type Exam } from './questions.ts';

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
 * end. `invalid` for an end that is not later, and once somebody could have seen the key: then a make-up is arranged.
 * The make-up cannot be overtaken by the main window.
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
    await refuseAfterRelease(act, exam.id, kind);
    const moved = await queries.moveEnd(act.db, exam.id, { kind, closesAt }).executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw refused('closesAt', '新的结束时间应晚于原来的结束时间。');
    await followTerms(act, { examId: exam.id, attemptIds: null });
    await tell(act, exam, { verb: 'exam.windowExtended', kind, closesAt, reason });
  });
  await reachLateStarters(act, exam.id);
}

const LATE: Record<SittingKind, string> = {
  main: '考试已经结束，参加过的人员可以看到答案，不能再延长；请安排补考。',
  makeup: '补考已经结束，参加过的人员可以看到答案，不能再延长；请另建一场考试。',
};

/** Within the act's transaction, which holds the open attempts: none of them ends, and shows the key, meanwhile. */
async function refuseAfterRelease(act: Act, examId: string, kind: SittingKind): Promise<void> {
  await holdOpen(act.db, { examId, attemptIds: null }).execute();
  if (!isReleased(await releaseFacts(act.db, examId), act.now)) return;
  if (await queries.endedAttempt(act.db, examId).executeTakeFirst()) throw refused('closesAt', LATE[kind]);
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

/**
 * Who began while the terms changed had the old ones before him, and was not seen by the change: he looks at them once
 * more after he has begun, and they look for him here after they hold; one of the two meets the other.
 */
async function reachLateStarters(act: Act, examId: string): Promise<void> {
  await inTransaction(act, (own) => followTerms(own, { examId, attemptIds: null }));
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
    await followTerms(act, { examId, attemptIds: null });
    await tell(act, exam, { verb: 'exam.cancelled', reason });
    const people = await candidateIds(act.db, examId).execute();
    for (const { person_id: personId } of people)
      await announce(act, { kind: 'candidateChanged', examId, personId });
  });
  await reachLateStarters(act, examId);
}

async function tell(
  act: Act,
  exam: Exam,
  { verb, ...details }: { verb: string } & Record<string, unknown>,
): Promise<void> {
  await audit.record(act, { verb, unitId: exam.unitId, subject: { kind: 'exam', id: exam.id }, details });
}
