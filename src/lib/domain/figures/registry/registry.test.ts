import { describe, expect, it } from 'vitest';
import type { FigureDefinition } from '../figure.ts';
import { figureKeys, figures } from './index.ts';

const all: FigureDefinition[] = figureKeys.map((key) => figures[key]);

describe('the registry of figures', () => {
  it('has one term for passing: 合格, never 通过率 or 及格', () => {
    const words = JSON.stringify(all);
    expect(words).toContain('合格率');
    expect(words).not.toMatch(/通过率|及格/);
  });

  it('counts people also for the leadership group alone', () => {
    const people = all.filter((one) => one.rows === 'people');
    expect(people.map((one) => [one.key, one.byGroup])).toEqual(people.map((one) => [one.key, true]));
    expect(people.length).toBeGreaterThan(8);
  });

  it('says for each figure what it is, how it is counted, in what unit and by which rule', () => {
    for (const one of all) {
      for (const text of [one.definition, one.formula, one.unit, one.basis, one.numerator, one.denominator]) {
        expect(text, one.key).not.toBe('');
      }
    }
    expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
  });

  it('keeps 人, 人次 and 场次 apart: no figure of people is counted in sessions, none of events in heads', () => {
    for (const { key, rows, measure, unit } of all) {
      if (rows === 'people' && measure === 'count') expect(unit, key).toBe('人');
      if (rows === 'events' && measure === 'count') expect(['次', '场', '期'], key).toContain(unit);
      if (rows === 'events' && measure === 'sum') expect(unit, key).toBe('人次');
    }
  });
});
