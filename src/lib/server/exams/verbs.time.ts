import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { lengthen } from './lengthening.ts';
import * as queries from './queries.time.ts';
import { deskOf } from './questions.desk.ts';

export interface TimeGrant {
  examId: string;
  /** Open attempts, or all that are open now within the giver's units. */
  attemptIds: readonly string[] | 'all';
  minutes: number;
  reason: string;
}

/**
 * Gives minutes to people who sit: one, many, or everybody of the exam. Every open attempt among them is lengthened in
 * one transaction and notes it once; one that has ended is passed over. Returns how many were lengthened; `conflict`
 * when none is open.
 */
export async function giveTime(act: Act, grant: TimeGrant): Promise<number> {
  const desk = await deskOf(act, grant.examId);
  access.require(act, 'exams.giveTime', desk);
  const { examId, reason } = grant;
  const attemptIds = grant.attemptIds === 'all' ? null : grant.attemptIds;
  if (attemptIds?.length === 0) throw new DomainError('invalid', '请先勾选要加时的人员。');
  const id = newId();
  const seconds = grant.minutes * 60;
  return inTransaction(act, async (act) => {
    await queries.holdOpen(act.db, { examId, attemptIds }).execute();
    const open = await queries.openAttempts(act.db, { examId, attemptIds, within: desk.within }).execute();
    if (open.length === 0) throw new DomainError('conflict', '所选人员都没有正在进行的作答，没有加时。');
    const hand = signatureOf(act);
    const whole_exam = grant.attemptIds === 'all' && desk.within === null ? 1 : 0;
    const given = { given_by: hand.id, given_by_name: hand.name, given_at: act.now };
    const row = { id, exam_id: examId, whole_exam, attempts: open.length, seconds, reason, ...given };
    await queries.insertGrant(act.db, row).execute();
    const longer = open.map((one) => ({ id: one.id, deadline: one.deadline, seconds }));
    await lengthen(act, longer, { kind: 'running', sourceId: id, reason });
    const people = open.slice(0, NAMED).map((one) => one.person_id);
    const details = { grant: id, minutes: grant.minutes, reason, attempts: open.length, people };
    const subject = { kind: 'exam', id: examId };
    await audit.record(act, { verb: 'exam.timeGiven', unitId: desk.unitId, subject, details });
    return open.length;
  });
}

/** People whom the log names; of more it tells the number, and `allowance` has each. */
const NAMED = 50;

/** Running time given in an exam, as its page lists it. */
export interface GrantLine {
  id: string;
  minutes: number;
  reason: string;
  wholeExam: boolean;
  attempts: number;
  givenBy: string;
  givenAt: Instant;
}

const MOST_LINES = 100;

/** What time was given in an exam, the latest first. */
export async function listGrants(act: Act, examId: string): Promise<GrantLine[]> {
  const desk = await deskOf(act, examId);
  access.require(act, 'exams.open', desk);
  const rows = await queries.grantsOf(act.db, examId, MOST_LINES).execute();
  return rows.map((row) => ({
    id: row.id,
    minutes: row.seconds / 60,
    reason: row.reason,
    wholeExam: row.whole_exam === 1,
    attempts: row.attempts,
    givenBy: row.given_by_name,
    givenAt: row.given_at,
  }));
}
