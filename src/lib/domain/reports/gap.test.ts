import { describe, expect, it } from 'vitest';
import type { FigureValue } from '../figures/figure.ts';
import { gapsOf, type GapSource } from './gap.ts';

const value = (key: string, numerator: number, denominator = numerator): FigureValue => ({
  ...{ key, group: 'all', numerator, denominator, due: denominator },
});

const whole: GapSource = {
  ...{ planYear: 2026, today: '2026-11-22', now: '2026-11-22T01:00:00.000Z', examsEnd: '2026-12-25' },
  values: new Map([
    ['participation', value('participation', 300, 300)],
    ['hoursReached', value('hoursReached', 63, 63)],
    ['centralGroup', value('centralGroup', 4)],
    ['enforcementForum', { ...value('enforcementForum', 4), quarters: [1, 1, 1, 1] }],
  ]),
  ...{ events: { unverified: 0, withoutFile: 0 }, sentences: { moved: 0, typed: 0 } },
  targets: { centralGroup: 4 },
};

const withValues = (...values: [string, FigureValue][]): GapSource => ({
  ...whole,
  values: new Map([...whole.values, ...values]),
});

describe('the gap view', () => {
  it('is empty when nothing is missing', () => {
    expect(gapsOf(whole)).toEqual([]);
  });

  it('says who has not sat, until when, and which rows name them', () => {
    const [gap] = gapsOf(withValues(['participation', value('participation', 244, 300)]));
    expect(gap).toMatchObject({ missing: '56 人未参加学法考试', says: '参考率 81.33%', state: 'open' });
    expect(gap).toMatchObject({
      until: '2026-12-25',
      act: 'sit',
      rows: { key: 'participation', part: 'rest' },
    });
  });

  it('opens the officers where they are behind in hours', () => {
    const officers = { ...value('hoursReached', 50, 60) };
    const [gap] = gapsOf(
      withValues(['hoursReached', value('hoursReached', 53, 63)], ['hoursReached@enforcement', officers]),
    );
    expect(gap).toMatchObject({
      missing: '10 人未达年度学时，其中行政执法人员 10 人',
      rows: { of: 'enforcement' },
    });
  });

  it('tells a quarter that has passed from the one that runs and those ahead', () => {
    const forum = { ...value('enforcementForum', 1), quarters: [1, 0, 0, 0] as const };
    const source = { ...withValues(['enforcementForum', forum]), today: '2026-08-01' };
    expect(gapsOf(source).map((gap) => [gap.missing, gap.state, gap.until])).toEqual([
      ['第二季度缺“执法大讲堂”', 'late', '2026-06-30'],
      ['第三季度缺“执法大讲堂”', 'open', '2026-09-30'],
      ['第四季度缺“执法大讲堂”', 'ahead', '2026-12-31'],
    ]);
  });

  it('sets events against what was planned, and is late after the year', () => {
    const source = withValues(['centralGroup', value('centralGroup', 3)]);
    expect(gapsOf(source)[0]).toMatchObject({
      missing: '中心组学习次数还差 1：计划 4，已核验 3',
      state: 'open',
    });
    expect(gapsOf({ ...source, today: '2027-01-05' })[0]).toMatchObject({ state: 'late' });
  });

  it('names records that count for nothing yet or prove nothing', () => {
    const gaps = gapsOf({
      ...whole,
      ...{ events: { unverified: 2, withoutFile: 3 }, sentences: { moved: 1, typed: 1 } },
    });
    expect(gaps.map((gap) => [gap.key, gap.missing.slice(0, 3)])).toEqual([
      ['unverified', '2 场'],
      ['withoutFile', '3 场'],
      ['moved', '1 个'],
      ['typed', '1 个'],
    ]);
  });

  it('says that there is no roster yet', () => {
    const [gap] = gapsOf(withValues(['participation', value('participation', 0)]));
    expect(gap).toMatchObject({ key: 'roster', act: 'publishExam' });
  });
});
