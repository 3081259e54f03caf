import type { UnitNode } from '#lib/domain/units/tree.ts';

export interface UnitRow {
  id: string;
  name: string;
  parent_id: string | null;
  sort_order: number;
}

export function toUnit(row: UnitRow): UnitNode {
  return { id: row.id, name: row.name, parentId: row.parent_id, sortOrder: row.sort_order };
}
