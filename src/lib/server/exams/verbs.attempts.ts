import { DomainError } from '#lib/domain/shared/errors.ts';
import type { AllowanceKind } from '#lib/domain/exams/allowance.ts';
import { candidacyState, type CandidacyState } from '#lib/domain/exams/candidacy.ts';
import { deadlineOf, remainingSeconds } from '#lib/domain/exams/deadline.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, isDuplicate } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId, newToken } from '../platform/ids.ts';
import * as queries from './queries.attempts.ts';
import { setCandidateState } from './queries.candidates.ts';
import { allowancesOf } from './queries.clock.ts';
import { attemptOrThrow, candidacyOrThrow, dealtSheet, entryRefusal } from './questions.ts';
import { sheetItemOf, sheetRowOf, type Candidacy, type SheetView } from './rows.ts';

const REFUSED: Record<Exclude<CandidacyState, 'open' | 'inProgress'>, string> = {
  upcoming: '考试还没有开始，请在开放时间内进入。',
  finished: '您的作答次数已经用完，成绩以最好的一次为准。',
  missed: '考试时间已经结束。如需补考，请联系本单位培训管理员。',
};

/**
 * Begins an attempt with its own paper, or returns the one that is open: at most one is. Returns the attempt's id.
 * Refused (`conflict`) outside the window, when all attempts are used, or while required lessons are missing.
 */
export async function start(act: Act, input: { examId: string }): Promise<string> {
  const candidacy = await candidacyOrThrow(act.db, input.examId, personOf(act).personId);
  access.require(act, 'attempt.start', { ownerId: candidacy.personId });
  const attempts = await queries.attemptsOf(act.db, candidacy.personId, [candidacy.examId]).execute();
  const open = attempts.find((one) => one.status === 'open');
  if (open) return open.id;
  const facts = { ...candidacy, attemptsUsed: attempts.length, hasOpenAttempt: false };
  const state = candidacyState(facts, act.now);
  if (state !== 'open' && state !== 'inProgress') throw new DomainError('conflict', REFUSED[state]);
  const reason = await entryRefusal(act.db, candidacy);
  if (reason) throw new DomainError('conflict', reason);
  return begin(act, candidacy, attempts.length + 1);
}

async function begin(act: Act, candidacy: Candidacy, number: number): Promise<string> {
  const id = newId();
  const seed = newToken(16);
  const items = await dealtSheet(act.db, candidacy.examId, seed);
  const attempt = {
    id,
    exam_id: candidacy.examId,
    sitting_id: candidacy.sittingId,
    person_id: candidacy.personId,
    number,
    status: 'open' as const,
    started_at: act.now,
    deadline: deadlineOf({ ...candidacy, startedAt: act.now, allowanceSeconds: 0 }),
    ended_at: null,
    seed,
    writer: 0,
    score_hundredths: null,
  };
  try {
    await inTransaction(act, async (act) => {
      await queries.insertAttempt(act.db, attempt).execute();
      await queries
        .insertItems(
          act.db,
          items.map((item) => sheetRowOf(id, item)),
        )
        .execute();
      await backIntoRoster(act, candidacy);
      const subject = { kind: 'attempt', id };
      await audit.record(act, {
        verb: 'attempt.started',
        unitId: candidacy.unitId,
        subject,
        details: { number },
      });
    });
    return id;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return openAttemptOf(act, candidacy);
  }
}

/** Who is exempt and sits nevertheless is due again (product rules, Counting). */
async function backIntoRoster(act: Act, candidacy: Candidacy): Promise<void> {
  if (candidacy.candidateState !== 'exempt') return;
  await setCandidateState(act.db, candidacy, 'due').execute();
  await announce(act, { kind: 'candidateChanged', examId: candidacy.examId, personId: candidacy.personId });
}

/** Two presses of the button at once: the number was taken by the other, whose attempt is the one. */
async function openAttemptOf(act: Act, candidacy: Candidacy): Promise<string> {
  const attempts = await queries.attemptsOf(act.db, candidacy.personId, [candidacy.examId]).execute();
  const open = attempts.find((one) => one.status === 'open');
  if (!open) throw new DomainError('conflict', '刚才已经开始过一次作答并结束了，请刷新页面。');
  return open.id;
}

/** What the exam room shows. Holds no key and nothing from which one follows. */
export interface Room {
  attemptId: string;
  title: string;
  number: number;
  status: 'open' | 'submitted' | 'closed';
  serverTime: string;
  deadline: string;
  remainingSeconds: number;
  writer: number;
  halfForSubset: boolean;
  /** Seconds added by allowances, with the reason's kind. */
  allowances: { kind: AllowanceKind; seconds: number }[];
  items: SheetView[];
}

/** The open sheet of the person himself, with the answers saved so far. */
export async function room(act: Act, attemptId: string): Promise<Room> {
  const attempt = await attemptOrThrow(act.db, attemptId);
  access.require(act, 'attempt.open', attempt);
  const items = await queries.sheetOf(act.db, attemptId).execute();
  const allowances = await allowancesOf(act.db, attemptId).execute();
  return {
    attemptId,
    title: attempt.title,
    number: attempt.number,
    status: attempt.status,
    serverTime: act.now,
    deadline: attempt.deadline,
    remainingSeconds: remainingSeconds(attempt.deadline, act.now),
    writer: attempt.writer,
    halfForSubset: attempt.halfForSubset,
    allowances: allowances.map(({ kind, seconds }) => ({ kind, seconds })),
    items: items.map(sheetItemOf),
  };
}

/**
 * Gives the pen to the page that asks; the page that had it is refused from then on. Returns its number.
 * `conflict` when the attempt has ended or another page asked at the same moment.
 */
export async function takeOver(act: Act, attemptId: string): Promise<{ writer: number }> {
  const attempt = await attemptOrThrow(act.db, attemptId);
  access.require(act, 'attempt.takeOver', attempt);
  const taken = await queries.takeOver(act.db, attemptId, attempt.writer).executeTakeFirst();
  if (taken.numUpdatedRows === 1n) return { writer: attempt.writer + 1 };
  if (attempt.status !== 'open')
    throw new DomainError('conflict', '本次作答已经结束。', { details: { reason: 'ended' } });
  throw new DomainError('conflict', '另一个页面刚刚接管了作答，请再试一次。', {
    details: { reason: 'takenOver' },
  });
}
