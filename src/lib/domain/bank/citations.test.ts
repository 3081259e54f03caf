import { expect, it } from 'vitest';
import { citationFault, inForceOn } from './citations.ts';

const citation = { statuteTitle: '行政处罚法', articleNumber: '第四十四条', effectiveOn: '2021-07-15' };
const old = { citedAs: '2021-07-15' };
const next = { citedAs: '2026-05-01' };
const fault = (
  versions: { citedAs: string }[],
  cited: string | null,
  inForce: string | null,
  day = '2026-06-01',
) => citationFault(citation, { versions, cited, inForce }, day);

it('a citation is at fault when its article is missing, changed or gone, and not before the new version is in force', () => {
  expect(fault([], null, null)).toBeNull();
  expect(fault([old], null, null)).toContain('没有《行政处罚法》第四十四条（2021-07-15）');
  expect(fault([old], '甲', '甲')).toBeNull();
  expect(fault([old, next], '甲', '甲')).toBeNull();
  expect(fault([old, next], '甲', '乙')).toContain('已被 2026-05-01 起施行的新版修改');
  expect(fault([old, next], '甲', null)).toContain('新版没有这一条');
  expect(fault([old, next], '甲', '甲', '2026-04-30')).toBeNull();
});

it('the version in force is the latest that has begun', () => {
  expect(inForceOn([next, old], '2026-04-30')).toBe('2021-07-15');
  expect(inForceOn([old, next], '2026-05-01')).toBe('2026-05-01');
  expect(inForceOn([next], '2020-01-01')).toBeNull();
});
