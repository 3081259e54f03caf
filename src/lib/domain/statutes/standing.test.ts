import { describe, expect, it } from 'vitest';
import { standingsOf } from './standing.ts';

const version = (id: string, versionOn: string, effectiveOn: string | null) => ({
  id,
  versionOn,
  effectiveOn,
});
const standing = (versions: ReturnType<typeof version>[], day: string) => [
  ...standingsOf(versions, day).values(),
];

describe('versions of a law', () => {
  const versions = [version('old', '2010-04-29', '2010-10-01'), version('new', '2024-02-27', '2024-05-01')];

  it('change over on the first day of the newer one', () => {
    expect(standing(versions, '2024-04-30')).toEqual(['current', 'coming']);
    expect(standing(versions, '2024-05-01')).toEqual(['superseded', 'current']);
  });

  it('that repeat the first day of the law begin no earlier than they were made', () => {
    const amended = [
      version('first', '2003-08-27', '2004-07-01'),
      version('amended', '2019-04-23', '2004-07-01'),
    ];
    expect(standing(amended, '2019-04-22')).toEqual(['current', 'coming']);
    expect(standing(amended, '2019-04-23')).toEqual(['superseded', 'current']);
  });

  it('without a day are waiting for one, and an older one stays in force meanwhile', () => {
    expect(standing([version('only', '2018-03-11', null)], '2026-01-01')).toEqual(['undated']);
    const both = [version('old', '2010-01-01', '2010-02-01'), version('new', '2020-01-01', null)];
    expect(standing(both, '2026-01-01')).toEqual(['current', 'undated']);
  });
});
