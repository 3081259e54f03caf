import { expect, it } from 'vitest';
import { unitChoices } from './choices.ts';
import { placeUnits } from './tree.ts';

it('sets units in by their depth and tells those of one name apart', () => {
  const unit = (id: string, name: string, parentId: string | null) => ({ id, name, parentId, sortOrder: 1 });
  const placed = placeUnits([
    unit('t', '云山区', null),
    unit('j', '司法局', 't'),
    unit('c', '城管局', 't'),
    unit('p', '普法科', 'j'),
    unit('a', '综合执法队', 'j'),
    unit('b', '综合执法队', 'c'),
  ]);
  expect(unitChoices(placed).map(({ label }) => label)).toEqual([
    '云山区',
    '　司法局',
    '　　普法科',
    '　　综合执法队（司法局）',
    '　城管局',
    '　　综合执法队（城管局）',
  ]);
});
