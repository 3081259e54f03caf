export interface Surplus {
  /** The year's total in the ledger, what was carried into it included. */
  totalHundredths: number;
  carriedInHundredths: number;
  /** What the year asked; null where nothing was asked. */
  targetHundredths: number | null;
  /** Most that may be carried over; null for no end. */
  capHundredths: number | null;
}

/**
 * What of a year's total goes into the next: what is above the target, never more than was earned in the year itself
 * (what was carried in is used first and not carried on), up to the cap. Where nothing is asked, nothing is surplus.
 */
export function carriedHundredths(year: Surplus): number {
  if (year.targetHundredths === null) return 0;
  const above = year.totalHundredths - year.targetHundredths;
  const earned = year.totalHundredths - year.carriedInHundredths;
  return Math.max(0, Math.min(above, earned, year.capHundredths ?? above));
}
