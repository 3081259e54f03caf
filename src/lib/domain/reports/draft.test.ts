import { valueName } from '../figures/names.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleReport, blocksOf, printBlock, titleOf } from './draft.ts';
import type { FigureValue } from '../figures/figure.ts';
import { figureKeys, figures } from '../figures/registry/index.ts';
import { hiddenValues } from '../figures/small.ts';

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

const others = [
  value('centralGroup', [24, 24]),
  value('firstTopic', [12, 12]),
  value('leadersStudy', [4, 4]),
  value('studyEvents', [37, 37]),
  value('partyMeetings', [11, 11]),
  value('lawLectures', [3, 3]),
  value('trainings', [8, 8]),
  value('sharings', [43, 43]),
  value('outreachSessions', [127, 127]),
  value('outreachAttendances', [12_300, 12_300]),
  value('averageHours', [63 * 6340, 63]),
  value('courseCompletion', [50, 63]),
];

function blocks(given: FigureValue[]) {
  const values = new Map(given.map((one) => [valueName(one.key, one.group), one]));
  const source = { planYear: 2026, values, hidden: hiddenValues(values), sections: [], written: [] };
  return blocksOf(assembleReport(source));
}

function textOf(given: FigureValue[]): string {
  return blocks(given).map(printBlock).join('\n');
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

  it('holds no number that is neither bound nor the year', () => {
    const quarters = value('enforcementForum', [3, 3]);
    const forum = { ...quarters, quarters: [1, 1, 1, 0] as const };
    const drafted = blocks([...year, ...others, forum, value('participation', [8, 8], 'leadership')]);
    expect(drafted.map(printBlock).join('\n')).toContain('第四季度尚无经核验的记录');
    const pieces = drafted.flatMap((block) => block.sentences.flatMap((sentence) => sentence.pieces));
    expect(pieces.filter((piece) => piece.kind === 'typed')).toEqual([]);
  });

  it('numbers parts and sections as they stand', () => {
    const headings = blocks(year).filter((block) => block.kind !== 'body');
    expect(headings.map((block) => block.text)).toEqual([
      '一、主要工作情况',
      '（一）领导干部带头学法用法',
      '（二）组织国家工作人员学法考试',
      '（三）落实年度学时和必修课程',
      '二、主要负责人履行推进法治建设第一责任人职责情况',
      '三、存在的不足',
      '四、下一步工作安排',
    ]);
  });

  it('writes the sessions of 普法 in rounded words', () => {
    const text = textOf([...year, ...others]);
    expect(text).toContain('开展法治宣传教育百余场次，受教育群众1万余人次'.replace('1万余', '万余'));
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
