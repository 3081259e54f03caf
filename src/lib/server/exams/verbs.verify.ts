import { sealedText, signedText } from '#lib/domain/exams/receipt.ts';
import { sheetDifferences } from '#lib/domain/exams/redraw.ts';
import * as access from '../access/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { isSignature } from '../platform/cipher.ts';
import { digestOf, sealedItemOf } from './ending.ts';
import { answersInOrder, storedSheet } from './queries.attempts.ts';
import { attemptsAfter } from './queries.verify.ts';
import { dealtSheet } from './questions.ts';
import { storedItemOf } from './rows.ts';

/** A sheet that its seed does not draw, or a receipt that what is stored does not bear out. */
export interface AttemptDifference {
  kind: 'paper' | 'receipt';
  subject: string;
  kept: string;
  counted: string;
}

/** What a receipt is issued for, and what it says. */
export interface Receipt {
  attempt_id: string;
  number: string;
  ended_at: string;
  digest: string;
  signature: string;
}

type AttemptRow = Awaited<ReturnType<ReturnType<typeof attemptsAfter>['execute']>>[number];

const PORTION = 200;

/**
 * Draws the sheet of every attempt again from its seed and recomputes the receipt of each that has ended. Answers what
 * does not agree; nothing is written.
 */
export async function verifyAttempts(act: Act): Promise<AttemptDifference[]> {
  access.require(act, 'exams.verify');
  const differences: AttemptDifference[] = [];
  for (let after = ''; ;) {
    const portion = await attemptsAfter(act.db, { after, limit: PORTION }).execute();
    for (const attempt of portion) {
      differences.push(...(await paperDifferences(act.db, attempt)));
      differences.push(...(await receiptDifferences(act.db, attempt)));
    }
    if (portion.length < PORTION) return differences;
    after = portion[portion.length - 1]?.id ?? '';
  }
}

/** The digest of what is stored now, and whether it and the signature agree with the receipt. */
export async function recomputed(
  db: Db,
  receipt: Receipt,
): Promise<{ digest: string; isSigned: boolean; isGenuine: boolean }> {
  const { attempt_id: attemptId, number, ended_at: endedAt } = receipt;
  const items = (await answersInOrder(db, attemptId).execute()).map(sealedItemOf);
  const digest = digestOf(sealedText({ attemptId, endedAt, items }));
  const text = signedText({ number, endedAt, digest: receipt.digest });
  const isSigned = isSignature(db, 'receipt', text, receipt.signature);
  return { digest, isSigned, isGenuine: isSigned && digest === receipt.digest };
}

async function paperDifferences(db: Db, attempt: AttemptRow): Promise<AttemptDifference[]> {
  const subject = `作答 ${attempt.id}`;
  if (attempt.paper === null) return [{ kind: 'paper', subject, kept: '没有试卷', counted: '应有试卷' }];
  const stored = (await storedSheet(db, attempt.id).execute()).map(storedItemOf);
  const drawn = await dealtSheet(db, attempt.exam_id, attempt.seed);
  return sheetDifferences(stored, drawn).map((one) => ({
    kind: 'paper',
    subject: `${subject} 第 ${one.position} 题`,
    kept: one.stored ?? '没有',
    counted: one.drawn ?? '没有',
  }));
}

async function receiptDifferences(db: Db, attempt: AttemptRow): Promise<AttemptDifference[]> {
  const { id, number, ended_at, digest, signature } = attempt;
  const isMissing = number === null || ended_at === null || digest === null || signature === null;
  if (isMissing && attempt.status === 'open') return [];
  if (isMissing) return [{ kind: 'receipt', subject: `作答 ${id}`, kept: '没有回执', counted: '应有回执' }];
  const again = await recomputed(db, { attempt_id: id, number, ended_at, digest, signature });
  if (again.isGenuine) return [];
  const counted = again.isSigned ? again.digest : '签名不符';
  return [{ kind: 'receipt', subject: `回执 ${number}`, kept: digest, counted }];
}
