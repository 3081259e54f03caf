interface Chosen {
  v: 1;
  rows: number[];
}

/** Rows that are written although something like them is recorded. */
export function takenOf({ taken }: { taken: string | null }): ReadonlySet<number> {
  return new Set(taken === null ? [] : (JSON.parse(taken) as Chosen).rows);
}

export function takenText(rows: readonly number[]): string {
  return JSON.stringify({ v: 1, rows: [...rows] } satisfies Chosen);
}
