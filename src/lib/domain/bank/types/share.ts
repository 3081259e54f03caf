/** Whole percent, rounded down; `whole` is not 0. */
export function percent(part: number, whole: number): number {
  return Math.floor((part * 100) / whole);
}
