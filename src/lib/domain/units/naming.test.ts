import { expect, it } from 'vitest';
import { namingFault, unitsNamed } from './naming.ts';

const unit = (id: string, ...path: string[]) => ({ id, name: path[path.length - 1] ?? '', path });
const tree = [
  unit('root', '云山区'),
  unit('east', '云山区', '东门街道'),
  unit('eastLaw', '云山区', '东门街道', '执法队'),
  unit('west', '云山区', '西门街道'),
  unit('westLaw', '云山区', '西门街道', '执法队'),
  unit('justice', '云山区', '司法局'),
];

it.each([
  ['司法局', ['justice']],
  ['司法', ['justice']],
  ['东门街道、西门街道\n司法局', ['east', 'west', 'justice']],
  ['东门街道 / 执法队', ['eastLaw']],
  ['司法局；司法', ['justice']],
  ['', []],
])('%s names %j', (text, ids) => {
  expect(unitsNamed(text, tree)).toEqual({ ids, unclear: [] });
});

it('offers what was perhaps meant where a name is unclear or unknown', () => {
  expect(namingFault(unitsNamed('执法队', tree))).toContain('东门街道 / 执法队；云山区 / 西门街道 / 执法队');
  expect(unitsNamed('街道', tree).unclear[0]?.candidates).toHaveLength(2);
  expect(namingFault(unitsNamed('财政局', tree))).toContain('没有找到“财政局”');
  expect(namingFault(unitsNamed('司法局', tree))).toBeNull();
});
