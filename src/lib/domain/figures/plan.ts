import { definitionOf, labelOf } from './names.ts';

/** A number that the unit means to reach within the year, with what is verified. */
export interface PlanLine {
  key: string;
  label: string;
  unit: string;
  target: number;
  held: number;
}

/** What a year's plan asks for, in the order of `keys`: every target above 0. */
export function planLines(
  keys: readonly string[],
  { targets, held }: { targets: Readonly<Record<string, number>>; held: Readonly<Record<string, number>> },
): PlanLine[] {
  return keys.flatMap((key) => {
    const target = targets[key] ?? 0;
    if (target === 0) return [];
    return [
      { key, label: labelOf(key), unit: definitionOf(key)?.unit ?? '次', target, held: held[key] ?? 0 },
    ];
  });
}
