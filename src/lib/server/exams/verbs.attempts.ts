import { DomainError } from '#lib/domain/shared/errors.ts';
import { standingSeconds } from '#lib/domain/exams/allowance.ts';
import type { CandidacyState } from '#lib/domain/exams/candidacy.ts';
import { deadlineOf, remainingSeconds } from '#lib/domain/exams/deadline.ts';
import { entrySentence } from '#lib/domain/exams/entry.ts';
import { placeOf, type SittingTerms } from '#lib/domain/exams/sitting.ts';
import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction, isDuplicate, writeFixed } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId, newToken } from '../platform/ids.ts';
import { followTerms } from './lengthening.ts';
import * as queries from './queries.attempts.ts';
import { allowancesOf } from './queries.clock.ts';
import { sittingStands } from './queries.exams.ts';
import { insertAllowances, standingOn } from './queries.time.ts';
import { attemptOrThrow, candidacyOrThrow, dealtSheet } from './questions.ts';
import { missingEntry } from './questions.entry.ts';
import { sittingAttemptOf, type Candidacy } from './rows.candidacy.ts';
import { addedTimeOf, sheetItemOf, sheetRowOf, type AddedTime, type SheetView } from './rows.ts';
import { takeSeat } from './seat.ts';

const REFUSED: Record<Exclude<CandidacyState, 'open' | 'inProgress'>, string> = {
  upcoming: '考试还没有开始，请在开放时间内进入。',
  finished: '您的作答次数已经用完，成绩以最好的一次为准。',
  missed: '考试时间已经结束。如需补考，请联系本单位培训管理员。',
};

/**
 * Begins an attempt with its own paper in the sitting that is open to the person, or returns the one that is under way:
 * at most one is. Returns the attempt's id. Refused (`conflict`) outside the windows, when all attempts are used, or
 * while what the exam asks for beforehand is missing.
 */
export async function start(act: Act, input: { examId: string }): Promise<string> {
  const candidacy = await candidacyOrThrow(act, input.examId, personOf(act).personId);
  access.require(act, 'attempt.start', { ownerId: candidacy.personId });
  const rows = await askFixed(act.db, queries.attemptsOf, candidacy.personId, [candidacy.examId]);
  const open = rows.find((one) => one.status === 'open');
  if (open) return open.id;
  const attempts = rows.map(sittingAttemptOf);
  const { sitting, state } = placeOf(candidacy.sittings, { ...candidacy, attempts }, act.now);
  if (state !== 'open' && state !== 'inProgress') throw new DomainError('conflict', REFUSED[state]);
  const refusal = entrySentence(await missingEntry(act, candidacy));
  if (refusal) throw new DomainError('conflict', refusal);
  return begin(act, candidacy, { sitting, number: attempts.length + 1 });
}

async function begin(
  act: Act,
  candidacy: Candidacy,
  { sitting, number }: { sitting: SittingTerms; number: number },
): Promise<string> {
  const id = newId();
  const seed = newToken(16);
  const items = await dealtSheet(act.db, candidacy.examId, seed);
  const { durationSeconds } = candidacy;
  const extra = await standingExtra(act, candidacy);
  const allowanceSeconds = extra.reduce((sum, one) => sum + one.seconds, 0);
  const { closesAt } = sitting;
  const attempt = {
    id,
    exam_id: candidacy.examId,
    sitting_id: sitting.sittingId,
    person_id: candidacy.personId,
    number,
    status: 'open' as const,
    started_at: act.now,
    deadline: deadlineOf({ startedAt: act.now, durationSeconds, closesAt, allowanceSeconds }),
    ended_at: null,
    seed,
    writer: 0,
    score_hundredths: null,
  };
  try {
    await inTransaction(act, async (act) => {
      await writeFixed(act.db, queries.insertAttempt, attempt);
      const rows = items.map((item) => sheetRowOf(id, item));
      await writeFixed(act.db, queries.insertItems, rows);
      const allowances = extra.map((one) => ({ ...one, attempt_id: id }));
      if (allowances.length > 0) await insertAllowances(act.db, allowances).execute();
      await takeSeat(act, candidacy, sitting.kind);
      const subject = { kind: 'attempt', id };
      const details = { number, sitting: sitting.kind, allowanceSeconds };
      const unitId = candidacy.candidateUnitId;
      await audit.record(act, { verb: 'attempt.started', unitId, subject, details });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return openAttemptOf(act, candidacy);
  }
  await followChange(act, candidacy, { id, closesAt, sittingId: sitting.sittingId });
  return id;
}

/**
 * Looks once more at the terms under which an attempt has just begun: a window moved or an exam cancelled in the same
 * moment holds for it too. `conflict` when the exam was cancelled.
 */
async function followChange(
  act: Act,
  { examId }: Candidacy,
  begun: { id: string; sittingId: string; closesAt: Instant },
): Promise<void> {
  const [terms] = await askFixed(act.db, sittingStands, begun.sittingId);
  if (terms?.status === 'published' && terms.closes_at === begun.closesAt) return;
  await inTransaction(act, (own) => followTerms(own, { examId, attemptIds: [begun.id] }));
  if (terms?.status === 'cancelled') throw new DomainError('conflict', '这场考试刚刚取消，本次作答不计。');
}

/** The person's own extra time as allowances of an attempt that begins now. */
async function standingExtra(act: Act, { personId, durationSeconds }: Candidacy) {
  const standing = await askFixed(act.db, standingOn, personId, shanghaiDay(act.now));
  return standing.map((one) => ({
    id: newId(),
    kind: 'standing' as const,
    source_id: one.id,
    seconds: standingSeconds(one, durationSeconds),
    given_at: act.now,
    reason: one.reason,
  }));
}

/** Two presses of the button at once: the number was taken by the other, whose attempt is the one. */
async function openAttemptOf(act: Act, candidacy: Candidacy): Promise<string> {
  const attempts = await askFixed(act.db, queries.attemptsOf, candidacy.personId, [candidacy.examId]);
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
  allowances: AddedTime[];
  items: SheetView[];
}

/** The open sheet of the person himself, with the answers saved so far. */
export async function room(act: Act, attemptId: string): Promise<Room> {
  const attempt = await attemptOrThrow(act.db, attemptId);
  access.require(act, 'attempt.open', attempt);
  const items = await askFixed(act.db, queries.sheetOf, attemptId);
  const allowances = await askFixed(act.db, allowancesOf, attemptId);
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
    allowances: allowances.map(addedTimeOf),
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
