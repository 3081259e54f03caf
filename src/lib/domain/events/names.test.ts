import { describe, expect, it } from 'vitest';
import { matchNames, parseNames } from './names.ts';

describe('pasted names', () => {
  it('are read from lines, lists and numbered columns, each once', () => {
    expect(parseNames('张三\n李四、王五，赵六\n1.张三\n')).toEqual(['张三', '李四', '王五', '赵六']);
  });

  it('keep two-character names together that were spread by a blank', () => {
    expect(parseNames('张　三\n李 四、欧阳 修\n买买提·艾力')).toEqual([
      '张三',
      '李四',
      '欧阳',
      '修',
      '买买提·艾力',
    ]);
  });

  it('meet the one person who bears them and are never guessed', () => {
    const people = [
      { personId: '1', name: '张三', unitName: '法制科' },
      { personId: '2', name: '李四', unitName: '法制科' },
      { personId: '3', name: '李四', unitName: '执法一科' },
    ];
    expect(matchNames(['张三', '李四', '王五'], people)).toEqual({
      matched: [people[0]],
      ambiguous: [{ name: '李四', candidates: [people[1], people[2]] }],
      unknown: ['王五'],
    });
  });
});
