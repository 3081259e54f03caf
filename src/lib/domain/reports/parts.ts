import { formatRate, rateOf } from '../shared/rate.ts';
import type { FigureValue } from './figure.ts';

/** What of a figure a sentence can print. */
export const FIGURE_PARTS = ['rate', 'ofDue', 'numerator', 'denominator', 'rest', 'all'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** True for the name of a part. */
export function isFigurePart(text: string): text is FigurePart {
  return (FIGURE_PARTS as readonly string[]).includes(text);
}

/**
 * Text of one part: `rate` 81.33%, `ofDue` the same numerator set against 应考, `rest` who does not count,
 * `all` the word 均 — only where everyone counts, else `—`.
 */
export function printPart(value: FigureValue, part: FigurePart): string {
  switch (part) {
    case 'rate':
      return formatRate(rateOf(value.numerator, value.denominator));
    case 'ofDue':
      return formatRate(rateOf(value.numerator, value.due));
    case 'numerator':
      return String(value.numerator);
    case 'denominator':
      return String(value.denominator);
    case 'rest':
      return String(value.denominator - value.numerator);
    case 'all':
      return value.denominator > 0 && value.numerator === value.denominator ? '均' : '—';
  }
}
