import { describe, expect, it } from 'vitest';
import { typedNumbers } from './typed.ts';

const found = (text: string) => typedNumbers(text).map(({ from, to }) => text.slice(from, to));

describe('numbers typed into a sentence', () => {
  it.each([
    ['走访企业30余家。', ['30余家']],
    ['参加300余人次，受教育三百余人次', ['300余人次', '三百余人次']],
    ['举办培训十场、讲座两次，参考率和优秀率均为100%', ['十场', '两次', '100%']],
    ['宣讲百余场次，受教育万余人次，培养28名', ['百余场次', '万余人次', '28名']],
    ['结成师徒16对，办理529宗，占百分之八十', ['16对', '529宗', '百分之八十']],
    ['编印宣传册2万份，累计1,200人', ['2万份', '1,200人']],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });

  it.each([
    '2026年度，自2025年12月4日起',
    '《法治政府建设实施纲要（2021—2025年）》第四十四条、第12条之二',
    '落实“第一议题”和“三会一课”，贯彻二十届三中全会精神',
    '履行第一责任人职责，第四季度尚无记录',
    '一是坚持学在前；二是用在前',
    '国办函〔2026〕12号',
    '每季度举办一次执法大讲堂',
    '一个不落，一体推进',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
