import { expect, it } from 'vitest';
import { parseSteps, stepsText } from './steps.ts';

it('are read as typed and put into order', () => {
  const steps = parseSteps('30=1，15=0.5');
  expect(steps).toEqual([
    { fromMinutes: 15, hundredths: 50 },
    { fromMinutes: 30, hundredths: 100 },
  ]);
  expect(stepsText(steps)).toBe('15=0.5, 30=1');
});

it.each(['', '30', '30=x', '30=-1', '30=1 30=2', 'abc=1', '30=1 45'])('refuse %j', (text) => {
  expect(parseSteps(text)).toBeNull();
});
