import { sealedText, signedText } from '#lib/domain/exams/receipt.ts';
import { sheetDifferences } from '#lib/domain/exams/redraw.ts';
import * as access from '../access/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { isSignature } from '../platform/cipher.ts';
import { digestOf, sealedItemOf } from './ending.ts';
import { answersInOrder } from './queries.attempts.ts';
import { attemptsAfter, sealedAnswers, storedSheets } from './queries.verify.ts';
import { dealerOf } from './questions.ts';
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
  const dealers: Dealers = new Map();
  for (let after = ''; ;) {
    const portion = await attemptsAfter(act.db, { after, limit: PORTION }).execute();
    differences.push(...(await differencesIn(act.db, portion, dealers)));
    if (portion.length < PORTION) return differences;
    after = portion[portion.length - 1]?.id ?? '';
  }
}

/** How sheets of an exam are dealt, by its id; read once. */
type Dealers = Map<string, Awaited<ReturnType<typeof dealerOf>>>;

async function differencesIn(
  db: Db,
  portion: readonly AttemptRow[],
  dealers: Dealers,
): Promise<AttemptDifference[]> {
  const ids = portion.map((one) => one.id);
  if (ids.length === 0) return [];
  const sheets = Map.groupBy(await storedSheets(db, ids).execute(), (row) => row.attempt_id);
  const answers = Map.groupBy(await sealedAnswers(db, ids).execute(), (row) => row.attempt_id);
  for (const { exam_id: examId, paper } of portion)
    if (paper !== null && !dealers.has(examId)) dealers.set(examId, await dealerOf(db, examId));
  return portion.flatMap((attempt) => [
    ...paperDifferences(attempt, sheets.get(attempt.id) ?? [], dealers),
    ...receiptDifferences(db, attempt, answers.get(attempt.id) ?? []),
  ]);
}

/** The digest of what is stored now, and whether it and the signature agree with the receipt. */
export async function recomputed(db: Db, receipt: Receipt): Promise<Recomputed> {
  return recomputedFrom(db, receipt, await answersInOrder(db, receipt.attempt_id).execute());
}

type AnswerRow = Awaited<ReturnType<ReturnType<typeof answersInOrder>['execute']>>[number];

interface Recomputed {
  digest: string;
  isSigned: boolean;
  isGenuine: boolean;
}

function recomputedFrom(db: Db, receipt: Receipt, answers: readonly AnswerRow[]): Recomputed {
  const { attempt_id: attemptId, number, ended_at: endedAt } = receipt;
  const items = answers.map(sealedItemOf);
  const digest = digestOf(sealedText({ attemptId, endedAt, items }));
  const text = signedText({ number, endedAt, digest: receipt.digest });
  const isSigned = isSignature(db, 'receipt', text, receipt.signature);
  return { digest, isSigned, isGenuine: isSigned && digest === receipt.digest };
}

type SheetRow = Awaited<ReturnType<ReturnType<typeof storedSheets>['execute']>>[number];

function paperDifferences(
  attempt: AttemptRow,
  sheet: readonly SheetRow[],
  dealers: Dealers,
): AttemptDifference[] {
  const subject = `作答 ${attempt.id}`;
  const deal = dealers.get(attempt.exam_id);
  if (!deal) return [{ kind: 'paper', subject, kept: '没有试卷', counted: '应有试卷' }];
  return sheetDifferences(sheet.map(storedItemOf), deal(attempt.seed)).map((one) => ({
    kind: 'paper',
    subject: `${subject} 第 ${one.position} 题`,
    kept: one.stored ?? '没有',
    counted: one.drawn ?? '没有',
  }));
}

function receiptDifferences(db: Db, attempt: AttemptRow, answers: readonly AnswerRow[]): AttemptDifference[] {
  const { id, number, ended_at, digest, signature } = attempt;
  const isMissing = number === null || ended_at === null || digest === null || signature === null;
  if (isMissing && attempt.status === 'open') return [];
  if (isMissing) return [{ kind: 'receipt', subject: `作答 ${id}`, kept: '没有回执', counted: '应有回执' }];
  const again = recomputedFrom(db, { attempt_id: id, number, ended_at, digest, signature }, answers);
  if (again.isGenuine) return [];
  const counted = again.isSigned ? again.digest : '签名不符';
  return [{ kind: 'receipt', subject: `回执 ${number}`, kept: digest, counted }];
}
