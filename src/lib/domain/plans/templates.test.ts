import { expect, it } from 'vitest';
import { requirementTemplates } from './templates.ts';

const officersIn = (planYear: number) =>
  requirementTemplates(planYear).find(({ classCode }) => classCode === 'enforcement');

it('up to 2025 the hours of officers rest on the 纲要 that names them', () => {
  expect(officersIn(2025)).toMatchObject({
    targetHundredths: 6000,
    legalBasis: expect.stringContaining('2021—2025年'),
  });
});

it('from 2026 no template rests on what has ended, nor names a figure of it', () => {
  expect(officersIn(2026)).toMatchObject({
    targetHundredths: null,
    legalBasis: expect.stringContaining('《法治宣传教育法》'),
  });
  expect(
    requirementTemplates(2026)
      .map(({ legalBasis }) => legalBasis)
      .join(),
  ).not.toContain('2021—2025年');
});

it.each([2025, 2026])('in %i each of the four classes has its template', (planYear) => {
  expect(requirementTemplates(planYear).map(({ key }) => key)).toEqual([
    'division',
    'section',
    'enforcement',
    'newcomer',
  ]);
});
