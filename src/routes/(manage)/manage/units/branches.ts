import type { PlacedUnit } from '#lib/domain/units/tree.ts';

export interface UnitBranch {
  id: string;
  name: string;
  children: UnitBranch[];
}

/** Units in reading order as branches of the tree that the page draws. */
export function branchesOf(units: readonly PlacedUnit[]): UnitBranch[] {
  const known = new Map<string, UnitBranch>();
  const tops: UnitBranch[] = [];
  for (const { id, name, parentId } of units) {
    const branch: UnitBranch = { id, name, children: [] };
    known.set(id, branch);
    const siblings = parentId === null ? tops : (known.get(parentId)?.children ?? tops);
    siblings.push(branch);
  }
  return tops;
}
