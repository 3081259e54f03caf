/** A share of whole people, sessions or cards. Never a floating-point number. */
export interface Rate {
  numerator: number;
  denominator: number;
}

/** A rate of two whole numbers, numerator ≤ denominator; throws RangeError otherwise. */
export function rateOf(numerator: number, denominator: number): Rate {
  if (
    !Number.isInteger(numerator) ||
    !Number.isInteger(denominator) ||
    numerator < 0 ||
    numerator > denominator
  ) {
    throw new RangeError(`not a rate: ${numerator}/${denominator}`);
  }
  return { numerator, denominator };
}

/** floor(n · 10000 / d), hundredths of a per cent; null for an empty denominator. */
export function basisPoints(rate: Rate): number | null {
  if (rate.denominator === 0) return null;
  return Math.floor((rate.numerator * 10_000) / rate.denominator);
}

/** The unfavourable rate is 100 − the favourable one (hundredths of a per cent). */
export function complementOf(rate: Rate): number | null {
  const points = basisPoints(rate);
  return points === null ? null : 10_000 - points;
}

/** `81.33%`; `100%` only when numerator and denominator are equal; `—` for an empty denominator. */
export function formatRate(rate: Rate): string {
  const points = basisPoints(rate);
  return points === null ? '—' : formatBasisPoints(points);
}

/** Hundredths of a per cent as text, two decimals, `100%` and never `100.00%`. */
export function formatBasisPoints(points: number): string {
  if (points === 10_000) return '100%';
  const whole = Math.floor(points / 100);
  return `${whole}.${String(points % 100).padStart(2, '0')}%`;
}
