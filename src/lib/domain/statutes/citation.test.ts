import { describe, expect, it } from 'vitest';
import { citationText, parseCitations } from './citation.ts';
import { isAmending, plainTitle } from './title.ts';

describe('a citation', () => {
  it('is read in the ways people write it, several at a time, and comes back in one way', () => {
    const read = parseCitations(
      '《中华人民共和国行政处罚法》第四十四条(2021-07-15)；刑法 第120条之一 1997年10月1日起施行\n',
    );
    expect(read).toEqual({
      ok: true,
      citations: [
        { statuteTitle: '行政处罚法', articleNumber: '第四十四条', effectiveOn: '2021-07-15' },
        { statuteTitle: '刑法', articleNumber: '第一百二十条之一', effectiveOn: '1997-10-01' },
      ],
    });
    const texts = read.ok ? read.citations.map(citationText).join('；') : '';
    expect(parseCitations(texts)).toEqual(read);
  });

  it.each(['行政处罚法', '《行政处罚法》第四十四条', '《行政处罚法》第四十四条（2021-02-30）', '第四十四条'])(
    'without law, article or an existing day is not one: %s',
    (text) => {
      expect(parseCitations(text)).toEqual({ ok: false, text });
    },
  );
});

describe('a title', () => {
  it('is looked up without the name of the state, 书名号 and spaces', () => {
    expect(plainTitle('《中华人民共和国 行政处罚法》')).toBe('行政处罚法');
    expect(plainTitle('中华人民共和国')).toBe('中华人民共和国');
  });

  it('says whether the text amends another', () => {
    expect(isAmending('中华人民共和国宪法修正案（2018年）')).toBe(true);
    expect(isAmending('关于修改部分法律的决定')).toBe(true);
    expect(isAmending('中华人民共和国刑法')).toBe(false);
  });
});
