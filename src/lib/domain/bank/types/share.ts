/** Whole percent, rounded down; `whole` is not 0. */
export function percent(part: number, whole: number): number {
  return Math.floor((part * 100) / whole);
}

/** How much of the whole each key has, in whole percent, in the order in which the keys are met. */
export function sharesBy<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, number][] {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].map(([key, count]) => [key, percent(count, items.length)]);
}
