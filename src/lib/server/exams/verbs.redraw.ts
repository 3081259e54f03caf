import { sheetDifferences, type SheetDifference } from '#lib/domain/exams/redraw.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { attemptById, storedSheet } from './queries.attempts.ts';
import { dealtSheet } from './questions.ts';
import { storedItemOf } from './rows.ts';

export interface Redraw {
  attemptId: string;
  seed: string;
  items: number;
  /** Empty when the stored sheet is the one that the seed draws from the frozen paper. */
  differences: SheetDifference[];
}

/** Draws the paper of an attempt again from its seed and compares it with the sheet that was stored. */
export async function redraw(act: Act, attemptId: string): Promise<Redraw> {
  access.require(act, 'exams.redraw');
  const attempt = await attemptById(act.db, attemptId).executeTakeFirstOrThrow(
    () => new DomainError('notFound', '没有找到这次作答。'),
  );
  const stored = (await storedSheet(act.db, attemptId).execute()).map(storedItemOf);
  const drawn = await dealtSheet(act.db, attempt.exam_id, attempt.seed);
  const { seed } = attempt;
  return { attemptId, seed, items: drawn.length, differences: sheetDifferences(stored, drawn) };
}
