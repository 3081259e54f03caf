import { formatHundredths } from '../shared/hundredths.ts';
import { formatRate, rateOf } from '../shared/rate.ts';
import { aboutWord } from './about.ts';
import type { FigureValue } from './figure.ts';

/** What of a figure a sentence can print, and its word beside the figure's name. */
export const PART_WORDS = {
  rate: '比率',
  ofDue: '按应考',
  numerator: '计入',
  denominator: '总数',
  rest: '其余',
  all: '均',
  mean: '平均',
  about: '约数',
  q1: '第一季度',
  q2: '第二季度',
  q3: '第三季度',
  q4: '第四季度',
} as const;

export type FigurePart = keyof typeof PART_WORDS;
export const FIGURE_PARTS = Object.keys(PART_WORDS) as FigurePart[];

/** True for the name of a part. */
export function isFigurePart(text: string): text is FigurePart {
  return Object.hasOwn(PART_WORDS, text);
}

/**
 * Text of one part: `rate` 81.33%, `ofDue` the same numerator set against 应考, `rest` who does not count, `all` the
 * word 均 — only where everyone counts, else `—`; `mean` hundredths per head, `about` the count in rounded words,
 * `q1` … `q4` the count of a quarter.
 */
export function printPart(value: FigureValue, part: FigurePart): string {
  const { numerator, denominator, due } = value;
  switch (part) {
    case 'rate':
      return formatRate(rateOf(numerator, denominator));
    case 'ofDue':
      return formatRate(rateOf(numerator, due));
    case 'numerator':
      return String(numerator);
    case 'denominator':
      return String(denominator);
    case 'rest':
      return String(denominator - numerator);
    case 'all':
      return denominator > 0 && numerator === denominator ? '均' : '—';
    case 'mean':
      return denominator > 0 ? formatHundredths(Math.floor(numerator / denominator)) : '—';
    case 'about':
      return aboutWord(numerator);
    default:
      return String(value.quarters?.[Number(part.slice(1)) - 1] ?? 0);
  }
}
