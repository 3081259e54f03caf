import { describe, expect, it } from 'vitest';
import { insightQuery, parseInsight } from './figures.ts';

const known = { units: [{ id: 'u1' }, { id: 'u2' }], years: [2026, 2025], thisYear: 2026 };

function scopeOf(query: string) {
  return parseInsight(new URL(`http://localhost/insight${query}`), known);
}

describe('the address of an overview', () => {
  it('falls back to the first unit, this year and everybody', () => {
    expect(scopeOf('')).toEqual({ unitId: 'u1', planYear: 2026, group: 'all' });
    expect(scopeOf('?year=1999&group=x&unit=')).toEqual({ unitId: 'u1', planYear: 2026, group: 'all' });
  });

  it('names another unit, year and the leadership group', () => {
    const scope = scopeOf('?unit=u9&year=2025&group=leadership');
    expect(scope).toEqual({ unitId: 'u9', planYear: 2025, group: 'leadership' });
    expect(scope && insightQuery(scope)).toBe('unit=u9&year=2025&group=leadership');
  });

  it('is nothing for a reader without units', () => {
    expect(parseInsight(new URL('http://localhost/insight'), { ...known, units: [] })).toBeNull();
  });
});
