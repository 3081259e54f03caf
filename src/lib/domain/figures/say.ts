import { formatHundredths } from '../shared/hundredths.ts';
import { formatRate, rateOf } from '../shared/rate.ts';
import type { FigureCount, FigureDefinition } from './figure.ts';

type Measured = Pick<FigureDefinition, 'measure' | 'unit'>;

/** A figure's value without its unit: 81.33%, 27, 52.5; `—` where it is set against nothing. */
export function sayValue({ measure }: Measured, { numerator, denominator }: FigureCount): string {
  if (measure === 'rate') return formatRate(rateOf(numerator, denominator));
  if (measure !== 'mean') return String(numerator);
  return denominator > 0 ? formatHundredths(Math.floor(numerator / denominator)) : '—';
}

/** What stands behind the value: nothing where it is the rate's own sign. */
export function sayUnit(definition: Measured, count: FigureCount): string {
  if (definition.measure === 'rate') return count.denominator > 0 ? '%' : '';
  return definition.unit;
}

/** The numerator in its own measure: hundredths of hours are written as hours. */
export function sayNumerator({ measure }: Measured, { numerator }: FigureCount): string {
  return measure === 'mean' ? formatHundredths(numerator) : String(numerator);
}

/** Events counted under more than one form: the sum over the forms less the distinct total, not below nothing. */
export function overlapOf({ numerator, tags = [] }: FigureCount): number {
  return Math.max(0, tags.reduce((sum, one) => sum + one.count, 0) - numerator);
}
