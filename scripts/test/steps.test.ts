import { expect, it } from 'vitest';
import { chosen, lanes } from './steps.js';

const names = (asked: string[]) => chosen(asked).map((step) => step.name);

it('runs every step once when none is named', () => {
  const inLanes = lanes.flat().map((step) => step.name);
  expect(names([]).toSorted()).toEqual(inLanes.toSorted());
  expect(new Set(inLanes).size).toBe(inLanes.length);
});

it('runs what a named step needs before it, whatever the order of asking', () => {
  expect(names(['journeys', 'lint'])).toEqual(['build', 'lint', 'journeys']);
});

it('lets no lane wait for what comes later in it', () => {
  for (const lane of lanes) {
    const order = lane.map((step) => step.name);
    for (const [at, { needs = [] }] of lane.entries()) {
      expect(order.slice(at + 1).filter((name) => needs.includes(name))).toEqual([]);
    }
  }
});
