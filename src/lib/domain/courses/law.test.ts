import { describe, expect, it } from 'vitest';
import { citationOf, lawTagsText, parseLawTags } from './law.ts';

const hearing = { statuteTitle: '行政处罚法', articleNumber: '第六十三条', effectiveOn: '2021-07-15' };
const crime = { statuteTitle: '刑法', articleNumber: '第一百二十条之一', effectiveOn: '2015-11-01' };

describe('law tags', () => {
  it('read back as they are written', () => {
    expect(parseLawTags(lawTagsText([hearing, crime]))).toEqual({ kind: 'tags', tags: [hearing, crime] });
  });

  it('may carry book title marks and empty lines, and count once', () => {
    const text = '\n《行政处罚法》第六十三条 2021-07-15\n\n行政处罚法 第六十三条 2021-07-15\n';
    expect(parseLawTags(text)).toEqual({ kind: 'tags', tags: [hearing] });
  });

  it('name the line that cannot be read', () => {
    expect(parseLawTags('行政处罚法 第六十三条 2021-07-15\n行政处罚法 63')).toMatchObject({ line: 2 });
    expect(parseLawTags('行政处罚法 第六十三条 2021-02-30')).toMatchObject({ kind: 'unreadable', line: 1 });
  });

  it('are cited with the day they took effect', () => {
    expect(citationOf(hearing)).toBe('《行政处罚法》第六十三条（2021-07-15 起施行）');
  });
});
