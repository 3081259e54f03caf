import { describe, expect, it } from 'vitest';
import { decideResult } from './decide.ts';
import { markOf } from './mark.ts';
import { isNear, overlapsOf, type Recorded } from './overlap.ts';
import type { NumberedResult } from './row.ts';

const result: NumberedResult = {
  ...{ row: 2, ledger: 'training', planYear: 2026, hundredths: 750, title: '行政处罚法专题班' },
  ...{ organiser: '省干部网络学院', completedOn: '2026-02-20', number: '', note: '' },
};
const claim: Recorded = {
  ...{ kind: 'claim', ledger: 'training', title: '别的培训', on: '2026-02-20', amount: '8 学时' },
};

describe('what is recorded already', () => {
  it('is the same result by its number over there, else by title, day and hours', () => {
    const again = { ...result, title: '行政处罚法 专题班（网络）' };
    expect(markOf('省院', { ...result, title: '行政处罚法，专题班' })).toBe(markOf('省 院', result));
    expect(markOf('省院', again)).not.toBe(markOf('省院', result));
    expect(markOf('省院', { ...result, hundredths: 800 })).not.toBe(markOf('省院', result));
    expect(markOf('市院', result)).not.toBe(markOf('省院', result));
    const numbered = { ...result, number: 'a-1' };
    expect(markOf('省院', { ...again, number: 'Ａ-1', hundredths: 1 })).toBe(markOf('省院', numbered));
  });

  it('may be the same training on the same day, or where the titles are near', () => {
    expect(isNear('行政处罚法专题班', '“行政处罚法” 专题班（第1天）')).toBe(true);
    expect(isNear('公文写作', '保密教育')).toBe(false);
    expect(isNear('培训', '行政执法骨干培训班')).toBe(false);
    expect(isNear('', '')).toBe(false);
    expect(overlapsOf(result, [claim])).toEqual([claim]);
    const lesson: Recorded = { ...claim, kind: 'lesson', on: null };
    expect(overlapsOf(result, [lesson, { ...claim, ledger: 'credit' }])).toEqual([]);
    expect(overlapsOf(result, [{ ...lesson, title: '行政处罚法专题' }])).toHaveLength(1);
  });

  it('leaves a result alone, asks about one, or refuses the same record with other hours', () => {
    const decide = (known: Partial<Parameters<typeof decideResult>[1]>) =>
      decideResult(result, { same: null, recorded: [], ...known });
    expect(decide({})).toMatchObject({ kind: 'add' });
    expect(decide({ recorded: [claim] })).toMatchObject({ kind: 'doubt' });
    expect(decide({ same: { hundredths: 750, fileName: '甲.xlsx' }, recorded: [claim] })).toEqual({
      kind: 'same',
    });
    expect(decide({ same: { hundredths: 800, fileName: '甲.xlsx' } })).toMatchObject({
      ...{ row: 2, column: '学时', problem: '这个编号的成绩已从“甲.xlsx”导入，当时是 8，与此不同。' },
    });
  });
});
