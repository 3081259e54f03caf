import { expect, it } from 'vitest';
import { retentionFault, retentionFrom, retentionText, usualRetention } from './retention.ts';

it('keeps the log six months at least, three years unless told', () => {
  expect(usualRetention.audit).toBe(1095);
  expect(retentionFault('audit', 182)).toContain('183');
  expect(retentionFault('audit', 183)).toBeNull();
});

it('keeps openings a year at most', () => {
  expect(retentionFault('openings', 366)).toBeNull();
  expect(retentionFault('openings', 367)).toContain('366');
});

it('reads back what it wrote, and takes nothing out of bounds from what is stored', () => {
  const own = { audit: 200, openings: 90, practice: 200, signIns: 200, feedback: 400 };
  expect(retentionFrom(retentionText(own))).toEqual(own);
  expect(retentionFrom('{"v":1,"audit":1,"openings":"x"}')).toEqual(usualRetention);
  expect(retentionFrom(null)).toEqual(usualRetention);
});
