import { createHash } from 'node:crypto';
import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import { sealedText, signedText, type SealedAttempt } from '#lib/domain/exams/receipt.ts';
import * as audit from '../audit/index.ts';
import { askFixed, writeFixed } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { sign } from '../platform/cipher.ts';
import { newSpokenCode } from '../platform/ids.ts';
import { answersInOrder, endAttempt, holdAnswers } from './queries.attempts.ts';
import { insertReceipt } from './queries.receipts.ts';

/** What ending needs to know of an attempt. */
export interface Ending {
  attemptId: string;
  examId: string;
  personId: string;
}

/**
 * Ends an open attempt, seals what it holds into a receipt and announces `attemptClosed`; within the act's
 * transaction. Does nothing and answers false when it has ended already, so that a repeated submission keeps the first
 * receipt, and when it was to be closed as of a deadline that has been moved on.
 */
export async function end(
  act: Act,
  attempt: Ending,
  how: { status: 'submitted' | 'closed'; endedAt: Instant },
): Promise<boolean> {
  const { attemptId, examId, personId } = attempt;
  const isByClock = how.status === 'closed';
  if ((await writeFixed(act.db, endAttempt, attemptId, { ...how, isByClock })) === 0) return false;
  await writeFixed(act.db, holdAnswers, attemptId, how.endedAt);
  const items = await askFixed(act.db, answersInOrder, attemptId);
  const { endedAt } = how;
  const digest = digestOf(sealedText({ attemptId, endedAt, items: items.map(sealedItemOf) }));
  const number = receiptNumber(endedAt);
  const signature = sign(act.db, 'receipt', signedText({ number, endedAt, digest }));
  const receipt = { attempt_id: attemptId, number, ended_at: endedAt, digest, signature };
  await writeFixed(act.db, insertReceipt, receipt);
  const subject = { kind: 'attempt', id: attemptId };
  await audit.record(act, {
    verb: `attempt.${how.status}`,
    subject,
    details: { endedAt, receipt: number, digest },
  });
  await announce(act, { kind: 'attemptClosed', attemptId, examId, personId });
  return true;
}

/** SHA-256 of a text, hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A row of `answersInOrder` as a receipt seals it. */
export function sealedItemOf(row: {
  item_id: string;
  revision: number | null;
  value: string | null;
}): SealedAttempt['items'][number] {
  return { itemId: row.item_id, revision: row.revision ?? 0, value: row.value ?? '' };
}

/** Day and eight letters, e.g. `20261122-K7QM-3FZP`: read out by telephone, guessed by nobody. */
function receiptNumber(endedAt: Instant): string {
  return `${shanghaiDay(endedAt).replaceAll('-', '')}-${newSpokenCode(8)}`;
}
