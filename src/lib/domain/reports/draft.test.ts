import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftReport, titleOf } from './draft.ts';
import type { FigureValue } from './figure.ts';
import { figureKeys, figures } from './figures/index.ts';
import { printSentence, readSentence, valueTable } from './sentence.ts';

function value(
  key: string,
  counts: [number, number, number?],
  group: 'all' | 'leadership' = 'all',
): FigureValue {
  const [numerator, denominator, due = denominator] = counts;
  return { key, group, numerator, denominator, due };
}

const year = [
  value('participation', [244, 300]),
  value('passing', [241, 244, 300]),
  value('excellence', [174, 244, 300]),
  value('hoursReached', [56, 63]),
  value('thematicStudy', [9, 9]),
];

function textOf(values: FigureValue[]): string {
  const table = valueTable(values);
  return draftReport(2026, table)
    .map((block) => printSentence(readSentence(block.text, table)))
    .join('\n');
}

describe('the drafted chapter', () => {
  it('prints each number from its figure', () => {
    const text = textOf(year);
    expect(text).toContain('应参加学法考试300人，实际参加244人，参考率81.33%');
    expect(text).toContain('合格率（合格/实考）98.77%，按应考人数计为80.33%');
    expect(text).toContain('应达标63人，其中达到要求的56人，学时达标率88.88%');
    expect(text).toContain('开展法治专题学习9次');
    expect(text).toContain('尚有56人未参加考试');
    expect(titleOf('云山区', 2026).join('')).toBe('云山区2026年度法治政府建设情况报告（学法部分）');
  });

  it('holds no digit that is neither bound nor the year', () => {
    for (const block of draftReport(
      2026,
      valueTable([...year, value('participation', [8, 8], 'leadership')]),
    )) {
      expect(block.text.replace(/\[\[[^\]]+\]\]/g, '').replace(/202[67]/g, '')).not.toMatch(/\d/);
    }
  });

  it('writes a leadership group under five as 均 only when everyone came', () => {
    const withLeaders = (numerator: number, denominator: number) =>
      textOf([...year, value('participation', [numerator, denominator], 'leadership')]);
    expect(withLeaders(4, 4)).toContain('领导班子成员均参加了学法考试。');
    expect(withLeaders(3, 4)).toContain('领导班子人数较少，按规定不单列比率。');
    expect(withLeaders(3, 4)).not.toContain('75');
    expect(withLeaders(3, 5)).toContain('领导班子成员应考5人，实考3人，参考率60.00%');
  });

  it('says what is not recorded instead of inventing it', () => {
    const nothing = figureKeys.map((key) => value(key, [0, 0]));
    expect(textOf(nothing)).toContain('尚未确定应考名册');
    expect(textOf(nothing)).toContain('专题学法为0次');
    expect(textOf(nothing)).not.toContain('%');
  });

  it('can be printed for any values', () => {
    const counts = fc
      .tuple(fc.nat(400), fc.nat(400))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(fc.array(counts, { minLength: 6, maxLength: 6 }), ([study = [0, 0], ...rest]) => {
        const keys = ['participation', 'passing', 'excellence', 'hoursReached'];
        const values = keys.map((key, at) => value(key, rest[at] ?? [0, 0]));
        const leaders = value('participation', rest[4] ?? [0, 0], 'leadership');
        expect(textOf([...values, value('thematicStudy', [study[1], study[1]]), leaders])).not.toContain(
          '[[',
        );
      }),
    );
  });
});

describe('the registry of figures', () => {
  it('keeps each figure under its own key', () => {
    for (const key of figureKeys) expect(figures[key].key).toBe(key);
  });
});
