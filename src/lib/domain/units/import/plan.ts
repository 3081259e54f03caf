import type { Issue } from '../../imports/issue.ts';
import { unitFinder, type PlacedUnit } from '../tree.ts';
import { treeIssue } from './columns.ts';
import type { TreeRow } from './row.ts';

export interface TreeContext {
  /** Units within which the importer may build, placed as a tree. */
  units: readonly PlacedUnit[];
  /** True where a row without a unit above founds a tree of its own. */
  mayFound: boolean;
}

/** What a row means for the tree. */
export interface PlannedUnit {
  row: TreeRow;
  kind: 'add' | 'change' | 'same';
  unit: PlacedUnit;
  /** Sort order recorded before; null for a new unit. */
  orderBefore: number | null;
}

/** The tree as it grows while the rows find their places. */
class GrowingTree {
  readonly units: PlacedUnit[];
  readonly #children = new Map<string, PlacedUnit>();

  constructor(units: readonly PlacedUnit[]) {
    this.units = [...units];
    for (const unit of units) this.#children.set(this.#key(unit.parentId, unit), unit);
    // The tops of a scope hang on units that the importer does not see.
    for (const unit of units) if (unit.depth === 0) this.#children.set(this.#key(null, unit), unit);
  }

  named(parentId: string | null, name: string): PlacedUnit | undefined {
    return this.#children.get(this.#key(parentId, { name }));
  }

  add(unit: PlacedUnit): void {
    this.units.push(unit);
    this.#children.set(this.#key(unit.parentId, unit), unit);
  }

  #key(parentId: string | null, { name }: { name: string }): string {
    return `${parentId ?? ''}/${name}`;
  }
}

/**
 * Places the rows of a file in the tree: units above may stand in the same file, in any order. Ids of new units come
 * from `newId`. A unit that is there stays, with the order that the file says; what cannot be placed is reported.
 */
export function planTree(
  rows: readonly TreeRow[],
  { units, mayFound }: TreeContext,
  newId: () => string,
): { planned: PlannedUnit[]; issues: Issue[] } {
  const tree = new GrowingTree(units);
  const planned: PlannedUnit[] = [];
  const issues: Issue[] = [];
  const seen = new Map<string, number>();

  const place = (row: TreeRow, parent: PlacedUnit | null): void => {
    const known = tree.named(parent?.id ?? null, row.name);
    const earlier = known && seen.get(known.id);
    if (earlier !== undefined) {
      const problem = `与第 ${earlier} 行重复：同一上级下已有“${row.name}”。`;
      issues.push(treeIssue(row.row, 'name', { problem, suggestion: '请删除其中一行，或写明不同的上级。' }));
      return;
    }
    const unit = known ?? {
      id: newId(),
      name: row.name,
      parentId: parent?.id ?? null,
      sortOrder: row.order ?? 0,
      depth: (parent?.depth ?? -1) + 1,
      path: [...(parent?.path ?? []), row.name],
    };
    if (!known) tree.add(unit);
    seen.set(unit.id, row.row);
    const isMoved = known !== undefined && row.order !== null && row.order !== known.sortOrder;
    const kind = known ? (isMoved ? 'change' : 'same') : 'add';
    planned.push({ row, kind, unit, orderBefore: known?.sortOrder ?? null });
  };

  let waiting = [...rows];
  for (;;) {
    const find = unitFinder(tree.units);
    const left: TreeRow[] = [];
    for (const row of waiting) {
      if (row.above === '') {
        if (mayFound || tree.named(null, row.name)) place(row, null);
        else
          issues.push(
            treeIssue(row.row, 'above', {
              problem: '没有填写上级单位。',
              suggestion: '请填写您管理范围内的上级单位。',
            }),
          );
        continue;
      }
      const answer = find(row.above);
      if (answer.kind === 'found') place(row, answer.unit);
      else left.push(row);
    }
    if (left.length === 0 || left.length === waiting.length) {
      waiting = left;
      break;
    }
    waiting = left;
  }
  issues.push(...complaints(rows, waiting, tree.units));
  issues.sort((a, b) => a.row - b.row);
  return { planned, issues };
}

/** Rows whose unit above is unknown, or means several once the whole tree stands. */
function complaints(rows: readonly TreeRow[], left: TreeRow[], units: readonly PlacedUnit[]): Issue[] {
  const find = unitFinder(units);
  const unplaced = new Set(left);
  return rows.flatMap((row) => {
    const answer = row.above === '' ? null : find(row.above);
    if (answer?.kind === 'ambiguous') {
      const examples = answer.paths.slice(0, 3).join('；');
      const problem = `有多个单位名为“${row.above}”。`;
      return [treeIssue(row.row, 'above', { problem, suggestion: `请写明路径，例如：${examples}。` })];
    }
    if (!unplaced.has(row)) return [];
    const similar = answer?.kind === 'unknown' ? answer.similar : null;
    const problem = `找不到上级单位“${row.above}”。`;
    const hint = similar ? `是否为“${similar}”？` : '请核对名称，或把上级单位也写进这份文件。';
    return [treeIssue(row.row, 'above', { problem, suggestion: hint })];
  });
}
