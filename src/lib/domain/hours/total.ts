/** Sums of entries that share one length of the 学时. */
export interface Sum {
  /** Minutes of one 学时; null where nothing was stored in seconds. */
  minutesPerHour: number | null;
  /** Σ whole seconds, reversals negative. */
  seconds: number;
  /** Σ awarded hundredths, reversals negative. */
  hundredths: number;
}

/**
 * Total of a ledger's year in hundredths: floor(Σ seconds · 100 / (60 · minutes per 学时)) + Σ hundredths,
 * so that rounding happens once for each length of the 学时.
 */
export function totalHundredths(sums: readonly Sum[]): number {
  return sums.reduce((total, sum) => total + timedHundredths(sum) + sum.hundredths, 0);
}

/** What the seconds of one length of the 学时 come to, in hundredths. */
export function timedHundredths({ minutesPerHour, seconds }: Sum): number {
  if (minutesPerHour === null || minutesPerHour <= 0) return 0;
  return Math.floor((seconds * 100) / (60 * minutesPerHour));
}
