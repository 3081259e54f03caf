import { describe, expect, it } from 'vitest';
import { meetingTitle, nextPeriod, periodsOf, standingsOf, type Meeting } from './series.ts';

const held = (heldOn: string, status: Meeting['status'] = 'verified'): Meeting => {
  return { id: heldOn, title: '大讲堂', heldOn, status };
};
const series = { planYear: 2026, cadence: 'quarter' } as const;

describe('a series', () => {
  it('has four quarters or twelve months that cover the year', () => {
    expect(periodsOf(2026, 'quarter').map((one) => [one.from, one.to])).toEqual([
      ['2026-01-01', '2026-03-31'],
      ['2026-04-01', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
      ['2026-10-01', '2026-12-31'],
    ]);
    const months = periodsOf(2028, 'month');
    expect([months.length, months[1]?.to]).toEqual([12, '2028-02-29']);
  });

  it('shows the missing quarter, what waits, what runs and what is to come', () => {
    const meetings = [held('2026-03-31'), held('2026-07-01', 'registered')];
    const standings = standingsOf(series, meetings, '2026-10-05');
    expect(standings.map((one) => one.state)).toEqual(['held', 'missing', 'waiting', 'current']);
    expect(nextPeriod(standings)?.ordinal).toBe(4);
    expect(meetingTitle('执法大讲堂', standings[3]!)).toBe('第四季度执法大讲堂');
  });

  it('counts a meeting in its own quarter alone, and what is held early in the year closes no later one', () => {
    const standings = standingsOf(series, [held('2026-01-05'), held('2026-02-05')], '2026-02-10');
    expect(standings.map((one) => one.state)).toEqual(['held', 'ahead', 'ahead', 'ahead']);
    expect(nextPeriod(standings)?.ordinal).toBe(2);
  });

  it('proposes nothing when the year is through', () => {
    expect(nextPeriod(standingsOf(series, [], '2027-01-01'))).toBeNull();
  });
});
