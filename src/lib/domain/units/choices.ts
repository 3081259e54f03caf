import type { PlacedUnit } from './tree.ts';

/** A unit as one of a list to choose from. */
export interface UnitChoice {
  value: string;
  label: string;
}

/**
 * Units in the order of the tree, set in by their depth. What bears the name of another says whose it is too
 * (`综合执法队（司法局）`): once chosen it stands alone.
 */
export function unitChoices(
  units: readonly Pick<PlacedUnit, 'id' | 'name' | 'depth' | 'path'>[],
): UnitChoice[] {
  const names = new Map<string, number>();
  for (const { name } of units) names.set(name, (names.get(name) ?? 0) + 1);
  return units.map(({ id, name, depth, path }) => {
    const above = path[path.length - 2];
    const isShared = (names.get(name) ?? 0) > 1 && above !== undefined;
    return { value: id, label: `${'　'.repeat(depth)}${name}${isShared ? `（${above}）` : ''}` };
  });
}
