import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeUnits } from '../tree.ts';
import { planTree } from './plan.ts';
import type { TreeRow } from './row.ts';

const units = placeUnits([
  { id: 'top', name: '江滨区', parentId: null, sortOrder: 1 },
  { id: 'law', name: '司法局', parentId: 'top', sortOrder: 1 },
]);

const row = (at: number, above: string, name: string, order: number | null = null): TreeRow => ({
  row: at,
  above,
  name,
  order,
});

function plan(rows: TreeRow[], mayFound = false) {
  let made = 0;
  return planTree(rows, { units, mayFound }, () => `new${(made += 1)}`);
}

describe('rows of a tree', () => {
  it('find the units above them in the tree and in the file', () => {
    const { planned, issues } = plan([row(2, '信访局', '接访科'), row(3, '江滨区', '信访局', 4)]);
    expect(issues).toEqual([]);
    expect(planned.map(({ kind, unit }) => [kind, unit.path.join('/')])).toEqual([
      ['add', '江滨区/信访局'],
      ['add', '江滨区/信访局/接访科'],
    ]);
  });

  it('that say the same unit twice are reported once, the later one', () => {
    const { issues } = plan([row(2, '司法局', '普法科'), row(3, '江滨区/司法局', '普法科')]);
    expect(issues.map((one) => one.row)).toEqual([3]);
  });

  it('whose unit above means several once the tree stands must say which', () => {
    const rows = [row(2, '江滨区', '办公室'), row(3, '司法局', '办公室'), row(4, '办公室', '文印组')];
    expect(plan(rows).issues.map((one) => [one.row, one.column])).toEqual([[4, '上级单位']]);
  });

  it('that hang on each other alone are reported, and never placed', () => {
    const { planned, issues } = plan([row(2, '乙科', '甲科'), row(3, '甲科', '乙科')]);
    expect(planned).toEqual([]);
    expect(issues.map((one) => one.row)).toEqual([2, 3]);
  });

  it('found a tree only where that is allowed', () => {
    expect(plan([row(2, '', '云山区')]).issues).toHaveLength(1);
    expect(plan([row(2, '', '云山区')], true).planned[0]?.unit).toMatchObject({ parentId: null, depth: 0 });
    expect(plan([row(2, '', '江滨区')]).planned[0]?.kind).toBe('same');
  });

  it('give the same tree in whatever order they stand', () => {
    const rows = [row(2, '江滨区', '甲'), row(3, '甲', '乙'), row(4, '乙', '丙'), row(5, '甲/乙', '丁')];
    const treeOf = (some: TreeRow[]) =>
      plan(some)
        .planned.map(({ unit }) => unit.path.join('/'))
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (some) => {
        expect(treeOf(some)).toEqual(treeOf(rows));
      }),
      { numRuns: 24 },
    );
  });
});
