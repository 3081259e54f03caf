import type { SheetItem } from './sheet.ts';

/** What of a sheet follows from its seed; the opaque ids do not. */
export type DrawnPart = Pick<SheetItem, 'position' | 'versionId' | 'type' | 'pointsHundredths' | 'options'>;

/** A place of a sheet at which what is stored is not what the seed draws. */
export interface SheetDifference {
  /** From 1. */
  position: number;
  stored: string | null;
  drawn: string | null;
}

/** Compares a stored sheet with the one drawn again from its seed, place by place; empty when they are the same. */
export function sheetDifferences(
  stored: readonly DrawnPart[],
  drawn: readonly DrawnPart[],
): SheetDifference[] {
  const textsOf = (sheet: readonly DrawnPart[]) =>
    new Map(sheet.map((item): [number, string] => [item.position, textOf(item)]));
  const [was, is] = [textsOf(stored), textsOf(drawn)];
  const positions = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b);
  return positions
    .map((position) => ({
      position,
      stored: was.get(position) ?? null,
      drawn: is.get(position) ?? null,
    }))
    .filter((place) => place.stored !== place.drawn);
}

function textOf({ versionId, type, pointsHundredths, options }: DrawnPart): string {
  return `${versionId} ${type} ${pointsHundredths} ${options.map((option) => option.source).join('')}`;
}
