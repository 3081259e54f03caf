import { describe, expect, it } from 'vitest';
import { hoursStandings, type HoursYear } from './hours.ts';

const year: HoursYear = {
  personId: 'p1',
  planYear: 2026,
  placement: { unitPath: ['office', 'district'], leadership: false },
  classCodes: ['enforcement'],
  classDays: [],
  requirements: [
    { id: 'r-60', classCode: 'enforcement', ledger: 'training', targetHundredths: 6000, joiners: 'full' },
    { id: 'r-40', classCode: 'section', ledger: 'credit', targetHundredths: 4000, joiners: 'full' },
  ],
  totals: { training: 5999, credit: 0 },
  releases: [],
};

function states(changes: Partial<HoursYear>): Record<string, string> {
  const standings = hoursStandings({ ...year, ...changes });
  return Object.fromEntries(standings.map((one) => [one.requirementId, one.state]));
}

describe('standing in the hours of a year', () => {
  it('is due until the last hundredth is there', () => {
    expect(states({})).toEqual({ hours: 'due', 'r-60': 'due' });
    expect(states({ totals: { training: 6000 } })).toEqual({ hours: 'reached', 'r-60': 'reached' });
  });

  it('concerns only the classes of the person', () => {
    expect(states({ classCodes: [] })).toEqual({});
    expect(states({ classCodes: ['newcomer'] })).toEqual({});
  });

  it('is reached as a whole only when each requirement is', () => {
    const both = ['enforcement', 'section'];
    expect(states({ classCodes: both, totals: { training: 6000, credit: 3999 } })).toEqual({
      hours: 'due',
      'r-60': 'reached',
      'r-40': 'due',
    });
    expect(states({ classCodes: both, totals: { training: 6000, credit: 4000 } }).hours).toBe('reached');
  });

  it('asks less of whom a part is released, and nothing of whom the whole is', () => {
    const part = { requirementId: 'r-60', releasedHundredths: 1 };
    expect(states({ releases: [part] })).toEqual({ hours: 'reached', 'r-60': 'reached' });
    const whole = { requirementId: 'r-60', releasedHundredths: null };
    expect(states({ releases: [whole] })).toEqual({ hours: 'exempt', 'r-60': 'exempt' });
    expect(states({ releases: [{ ...whole, requirementId: 'another' }] }).hours).toBe('due');
  });

  it('is judged by what is left where one of several is released', () => {
    const both = ['enforcement', 'section'];
    const releases = [{ requirementId: 'r-60', releasedHundredths: null }];
    expect(states({ classCodes: both, releases }).hours).toBe('due');
    expect(states({ classCodes: both, releases, totals: { credit: 4000 } }).hours).toBe('reached');
  });

  it('asks of who joined in the year what the requirement says', () => {
    const joined = (joiners: 'full' | 'fromQuarter' | 'none', training: number) =>
      states({
        classDays: [{ classCode: 'enforcement', from: '2026-05-10', to: null }],
        requirements: [
          { id: 'r-60', classCode: 'enforcement', ledger: 'training', targetHundredths: 6000, joiners },
        ],
        totals: { training },
      });
    expect(joined('full', 4500)).toEqual({ hours: 'due', 'r-60': 'due' });
    expect(joined('fromQuarter', 4499)).toEqual({ hours: 'due', 'r-60': 'due' });
    expect(joined('fromQuarter', 4500)).toEqual({ hours: 'reached', 'r-60': 'reached' });
    expect(joined('none', 0)).toEqual({});
  });

  it('is nobody’s without a principal post on the day', () => {
    expect(states({ placement: null })).toEqual({});
  });

  it('asks nothing where a requirement has no target', () => {
    expect(
      states({
        requirements: [
          { id: 'r', classCode: 'enforcement', ledger: 'training', targetHundredths: 0, joiners: 'full' },
        ],
      }),
    ).toEqual({});
  });
});
