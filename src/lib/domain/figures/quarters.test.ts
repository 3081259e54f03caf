import { describe, expect, it } from 'vitest';
import { quarterOf, quarterRows, runningQuarter } from './quarters.ts';

const facts = {
  planYear: 2026,
  today: '2026-08-05',
  quarterly: ['执法大讲堂'],
  held: [
    { tag: '执法大讲堂', day: '2026-02-01' },
    { tag: '执法大讲堂', day: '2026-03-31' },
    { tag: '法治讲座', day: '2026-04-01' },
  ],
};

describe('events by quarter', () => {
  it('are counted in the quarter of their day; before the year in the first, after it in the last', () => {
    const days = ['2025-12-30', '2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01', '2027-01-08'];
    expect(days.map((day) => quarterOf(2026, day))).toEqual([0, 0, 1, 2, 3, 3]);
    expect(days.map((day) => runningQuarter(2026, day))).toEqual([-1, 0, 1, 2, 3, 4]);
  });

  it('are missing only where each quarter asks for one, and only once the quarter has begun', () => {
    const [forum, lecture] = quarterRows(['执法大讲堂', '法治讲座'], facts);
    expect(forum?.cells).toEqual([
      { state: 'held', count: 2 },
      { state: 'missing' },
      { state: 'missing' },
      { state: 'ahead' },
    ]);
    expect(lecture?.cells.map((one) => one.state)).toEqual(['none', 'held', 'none', 'ahead']);
  });

  it('are all over in a year that is past and all ahead in one to come', () => {
    const states = (today: string) =>
      quarterRows(['执法大讲堂'], { ...facts, today, held: [] })[0]?.cells.map((one) => one.state);
    expect(states('2027-03-01')).toEqual(['missing', 'missing', 'missing', 'missing']);
    expect(states('2025-12-20')).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  });
});
