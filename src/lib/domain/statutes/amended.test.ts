import { describe, expect, it } from 'vitest';
import { firstDayOf } from './amended.ts';

describe('the first day of a version', () => {
  it('is the one that its text names, unless that was the first day of an earlier version', () => {
    const amended = { title: '某法', versionOn: '2019-04-23' };
    expect(firstDayOf({ ...amended, named: '2019-07-01' })).toBe('2019-07-01');
    expect(firstDayOf({ ...amended, named: '2004-07-01' })).toBeNull();
    expect(firstDayOf({ ...amended, named: null })).toBeNull();
  });

  it('is known of amended laws whose decision names it', () => {
    const litigation = { title: '中华人民共和国行政诉讼法', versionOn: '2017-06-27', named: '1990-10-01' };
    expect(firstDayOf(litigation)).toBe('2017-07-01');
    expect(firstDayOf({ ...litigation, versionOn: '2014-11-01' })).toBeNull();
  });
});
