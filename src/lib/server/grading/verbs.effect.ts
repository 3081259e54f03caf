import { effectOf, type Effect, type Move } from '#lib/domain/grading/effect.ts';
import { markOf } from '#lib/domain/grading/marking.ts';
import { amended, mended, type Mend } from '#lib/domain/grading/mend.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import type { Act } from '../platform/act.ts';
import type * as met from './queries.met.ts';
import { amendmentOf, markableOf } from './rows.ts';
import { examOfRegradeOrThrow, inEffectOrThrow, refuseUnfit } from './verbs.amendment.ts';

const MODULE = 'grading/queries.met.ts';
/** Attempts computed between two turns of the event loop. */
const PORTION = 500;

type Answer<Name extends 'metPage' | 'scored' | 'questionPage' | 'takersOf' | 'changedPage'> = Awaited<
  ReturnType<(typeof met)[Name]>
>;

export interface Paging {
  page: number;
  pageSize: number;
}

/** An attempt that a regrade changes. */
export interface ChangedAttempt extends Move {
  name: string;
  unitName: string;
  /** Number of the attempt, from 1. */
  number: number;
}

export interface ChangedPage {
  rows: ChangedAttempt[];
  total: number;
}

export interface Preview extends ChangedPage {
  effect: Effect;
}

/** What a mend would change, without changing anything: counts, and one page of attempts, the greatest change first. */
export async function previewRegrade(
  act: Act,
  input: { examId: string; versionId: string; mend: Mend } & Paging,
): Promise<Preview> {
  const exam = await exams.examOrThrow(act.db, input.examId);
  access.require(act, 'grading.regrade', exam);
  const { examId, versionId, mend, page, pageSize } = input;
  refuseUnfit(await inEffectOrThrow(act.db, { examId, versionId }), mend);
  const moves: Move[] = [];
  let count = 0;
  for (let after = ''; ;) {
    const asked = { examId, versionId, after, limit: PORTION };
    const rows = await readHeavy<Answer<'metPage'>>(act.db, MODULE, 'metPage', asked);
    for (const row of rows) {
      const item = amended(markableOf(row), mended(amendmentOf(row), mend));
      const rule = { halfForSubset: row.half_for_subset === 1 };
      const beforeHundredths = row.score_hundredths ?? 0;
      const afterHundredths = beforeHundredths - row.mark_hundredths + markOf(item, rule);
      if (afterHundredths !== beforeHundredths)
        moves.push({ attemptId: row.attempt_id, beforeHundredths, afterHundredths });
    }
    count += rows.length;
    if (rows.length < PORTION) break;
    after = rows[rows.length - 1]?.attempt_id ?? '';
  }
  const attempts = await readHeavy<Answer<'scored'>>(act.db, MODULE, 'scored', { examId });
  const scored = attempts.map((row) => ({
    attemptId: row.id,
    personId: row.person_id,
    number: row.number,
    scoreHundredths: row.score_hundredths ?? 0,
  }));
  const sorted = moves.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.attemptId < b.attemptId ? -1 : 1));
  const shown = sorted.slice((page - 1) * pageSize, page * pageSize);
  return {
    effect: effectOf(count, scored, moves, exam),
    rows: await named(act, shown),
    total: moves.length,
  };
}

function sizeOf(move: Move): number {
  return Math.abs(move.afterHundredths - move.beforeHundredths);
}

async function named(act: Act, moves: Move[]): Promise<ChangedAttempt[]> {
  if (moves.length === 0) return [];
  const attemptIds = moves.map((move) => move.attemptId);
  const takers = await readHeavy<Answer<'takersOf'>>(act.db, MODULE, 'takersOf', { attemptIds });
  const byAttempt = new Map(takers.map((taker) => [taker.id, taker]));
  return moves.map((move) => {
    const taker = byAttempt.get(move.attemptId);
    return { ...move, name: taker?.name ?? '', unitName: taker?.unit_name ?? '', number: taker?.number ?? 0 };
  });
}

/** One page of the attempts that a regrade changed, the greatest change first. */
export async function changedAttempts(act: Act, input: { regradeId: string } & Paging): Promise<ChangedPage> {
  const exam = await examOfRegradeOrThrow(act.db, input.regradeId);
  access.require(act, 'grading.regrade', exam);
  const { regradeId, page, pageSize } = input;
  const asked = { regradeId, offset: (page - 1) * pageSize, limit: pageSize };
  const { rows, total } = await readHeavy<Answer<'changedPage'>>(act.db, MODULE, 'changedPage', asked);
  const moves = rows.map((row) => ({
    attemptId: row.attempt_id,
    beforeHundredths: row.before_hundredths,
    afterHundredths: row.after_hundredths,
  }));
  return { rows: await named(act, moves), total };
}
