import { questionKinds } from '../bank/types/index.ts';
import type { QuestionContent } from '../bank/question.ts';
import type { MarkableItem } from './marking.ts';

/** What is mended of a question after it was sat: its key, its worth, or that it counts at all. */
export type Mend = { kind: 'key'; answerKey: string[] } | NewWorth | { kind: 'void' };

interface NewWorth {
  kind: 'points';
  pointsHundredths: number;
}

/** What counts for a question in an exam; null: as on the sheets. */
export interface Amendment {
  answerKey: string[] | null;
  pointsHundredths: number | null;
  isVoid: boolean;
}

export const noAmendment: Amendment = { answerKey: null, pointsHundredths: null, isVoid: false };

const MOST_POINTS = 10_000;

/** The amendment after one more mending. A mended key or worth brings a withdrawn question back. */
export function mended(amendment: Amendment, mend: Mend): Amendment {
  if (mend.kind === 'void') return { ...amendment, isVoid: true };
  if (mend.kind === 'key') return { ...amendment, isVoid: false, answerKey: mend.answerKey };
  return { ...amendment, isVoid: false, pointsHundredths: mend.pointsHundredths };
}

/** The item as it is marked under the amendment. */
export function amended(
  item: MarkableItem,
  { answerKey, pointsHundredths, isVoid }: Amendment,
): MarkableItem {
  return {
    ...item,
    isVoid,
    answerKey: answerKey ?? item.answerKey,
    pointsHundredths: pointsHundredths ?? item.pointsHundredths,
  };
}

/**
 * Why a question cannot be mended so, by form field; null when it can. `key` is the one in effect.
 * Marks are in hundredths, 0 to 100 points.
 */
export function mendRefusal(
  question: Pick<QuestionContent, 'type' | 'options'>,
  inEffect: { key: readonly string[]; isVoid: boolean },
  mend: Mend,
): { field: 'key' | 'points' | 'kind'; sentence: string } | null {
  if (mend.kind === 'void') {
    return inEffect.isVoid ? { field: 'kind', sentence: '这道题已经作废，人人得满分。' } : null;
  }
  if (mend.kind === 'points') {
    const { pointsHundredths } = mend;
    const isFit =
      Number.isInteger(pointsHundredths) && pointsHundredths >= 0 && pointsHundredths <= MOST_POINTS;
    return isFit ? null : { field: 'points', sentence: '分值应为 0 到 100，最多两位小数。' };
  }
  const kind = questionKinds[question.type];
  const read = kind.readKey(mend.answerKey.join(''), question.options);
  if (!read.ok) return { field: 'key', sentence: kind.unfitKey };
  const isSame = read.answerKey.join() === [...inEffect.key].join() && !inEffect.isVoid;
  return isSame ? { field: 'key', sentence: '与现在的答案相同，不用更正。' } : null;
}
