import { expect, it } from 'vitest';
import { chosen, lanes } from './steps.js';

const names = (asked: string[]) => chosen(asked).map((step) => step.name);

it('runs every step once when none is named', () => {
  expect(names([])).toEqual(lanes.flat(2).map((step) => step.name));
  expect(new Set(names([])).size).toBe(names([]).length);
});

it('runs what a named step needs before it, whatever the order of asking', () => {
  expect(names(['journeys', 'lint'])).toEqual(['build', 'lint', 'journeys']);
});
