import { describe, expect, it } from 'vitest';
import { unitNameFault } from './name.ts';
import { findUnit, placeUnits, type UnitNode } from './tree.ts';

const node = (id: string, name: string, parentId: string | null, sortOrder = 0): UnitNode => ({
  id,
  name,
  parentId,
  sortOrder,
});

const district = placeUnits([
  node('3', '办公室', '2', 1),
  node('1', '江滨区', null),
  node('4', '市监局', '1', 2),
  node('5', '办公室', '4'),
  node('2', '司法局', '1', 1),
  node('6', '普法科', '2', 2),
]);

describe('a tree of units', () => {
  it('is read parent first, then children in their order', () => {
    expect(district.map((unit) => unit.path.join('/'))).toEqual([
      '江滨区',
      '江滨区/司法局',
      '江滨区/司法局/办公室',
      '江滨区/司法局/普法科',
      '江滨区/市监局',
      '江滨区/市监局/办公室',
    ]);
  });

  it('starts at a unit whose parent is out of sight', () => {
    const [top] = placeUnits([node('6', '普法科', '2')]);
    expect(top).toMatchObject({ depth: 0, path: ['普法科'] });
  });
});

describe('a unit that someone wrote down', () => {
  it('is found by a name that occurs once, or by a path', () => {
    expect(findUnit(district, '普法科')).toMatchObject({ kind: 'found', unit: { id: '6' } });
    expect(findUnit(district, '市监局／办公室')).toMatchObject({ kind: 'found', unit: { id: '5' } });
    expect(findUnit(district, '江滨区 > 司法局')).toMatchObject({ kind: 'found', unit: { id: '2' } });
  });

  it('is asked for again when the name stands for several', () => {
    expect(findUnit(district, '办公室')).toEqual({
      kind: 'ambiguous',
      paths: ['江滨区/司法局/办公室', '江滨区/市监局/办公室'],
    });
  });

  it('is unknown with the nearest name as a hint', () => {
    expect(findUnit(district, '区司法局')).toEqual({ kind: 'unknown', similar: '江滨区/司法局' });
    expect(findUnit(district, '财政所')).toEqual({ kind: 'unknown', similar: null });
    expect(findUnit(district, ' / ')).toEqual({ kind: 'unknown', similar: null });
  });
});

describe('a name of a unit', () => {
  it('may not hold the marks that part a path', () => {
    expect(unitNameFault('司法局')).toBeNull();
    expect(unitNameFault('司法局/普法科')).toContain('不能含有');
    expect(unitNameFault('')).toContain('请填写');
    expect(unitNameFault('局'.repeat(61))).toContain('60');
  });
});
