/** A line of the table: what was measured, and beside what in the same run. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  yardstick: string;
  /** value ÷ value of the yardstick; null where the line stands alone. */
  ratio: number | null;
}

/** What a run was asked for on the command line. */
export interface Wish {
  engine: 'sqlite' | 'postgres';
  /** Length of a measured stretch; of the rush, of its beginning and of its end. */
  seconds: number;
  /** Takers of the rush. */
  takers: number;
  /** People of the large overview, and of the report. */
  people: number;
}

export function line(name: string, value: number, unit: string): Row {
  return { name, value, unit, yardstick: '', ratio: null };
}

export function beside(row: Row, yard: { name: string; value: number }): Row {
  return { ...row, yardstick: yard.name, ratio: row.value / yard.value };
}

/** The value below which this share of sorted times lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
