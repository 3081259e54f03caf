import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { askFixed, inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { end } from './ending.ts';
import { answersInOrder } from './queries.attempts.ts';
import * as queries from './queries.receipts.ts';
import { attemptOrThrow } from './questions.ts';
import { recomputed } from './verbs.verify.ts';

export interface SubmissionView {
  attemptId: string;
  title: string;
  status: 'open' | 'submitted' | 'closed';
  serverTime: Instant;
  deadline: Instant;
  items: number;
  /** Numbers of the items without an answer, from 1. */
  unanswered: number[];
  receipt: { number: string; endedAt: Instant; digest: string } | null;
}

/** Before the end: what is still unanswered. After it: the receipt. */
export async function submission(act: Act, attemptId: string): Promise<SubmissionView> {
  const attempt = await attemptOrThrow(act.db, attemptId);
  access.require(act, 'attempt.receipt', attempt);
  const items = await askFixed(act.db, answersInOrder, attemptId);
  const [receipt] = await askFixed(act.db, queries.receiptOf, attemptId);
  return {
    attemptId,
    title: attempt.title,
    status: attempt.status,
    serverTime: act.now,
    deadline: attempt.deadline,
    items: items.length,
    unanswered: items.filter((item) => !item.value).map((item) => item.position),
    receipt: receipt ? { number: receipt.number, endedAt: receipt.ended_at, digest: receipt.digest } : null,
  };
}

/** Hands the attempt in; after the deadline it is closed as of the deadline. Doing it again changes nothing. */
export async function submit(act: Act, attemptId: string): Promise<void> {
  const attempt = await attemptOrThrow(act.db, attemptId);
  access.require(act, 'attempt.submit', attempt);
  const isLate = act.now > attempt.deadline;
  const hasEnded = await inTransaction(act, (act) =>
    end(
      act,
      attempt,
      isLate ? { status: 'closed', endedAt: attempt.deadline } : { status: 'submitted', endedAt: act.now },
    ),
  );
  if (hasEnded || !isLate) return;
  const again = await attemptOrThrow(act.db, attemptId);
  // Time was given in the same moment: it is not late any more.
  if (again.status === 'open') await submit(act, attemptId);
}

export interface Verification {
  number: string;
  title: string;
  endedAt: Instant;
  digest: string;
  /** Digest of what is stored now. */
  recomputed: string;
  /** The stored answers and the signature both agree with the receipt. */
  isGenuine: boolean;
}

/** Recomputes a receipt from what is stored, for anybody who has its number. */
export async function verifyReceipt(act: Act, number: string): Promise<Verification> {
  access.require(act, 'receipt.verify');
  const receipt = await queries
    .receiptByNumber(act.db, number)
    .executeTakeFirstOrThrow(() => new DomainError('notFound', '没有这个编号的回执，请核对后重新输入。'));
  const { digest: recomputedDigest, isGenuine } = await recomputed(act.db, receipt);
  return {
    number: receipt.number,
    title: receipt.title,
    endedAt: receipt.ended_at,
    digest: receipt.digest,
    recomputed: recomputedDigest,
    isGenuine,
  };
}
