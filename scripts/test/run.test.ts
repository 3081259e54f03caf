import { expect, it, vi } from 'vitest';
import { runStep } from './run.js';

/** A program that ends with this code. */
const node = (code: string) => ['node', '-e', `process.exit(${code})`, '--'];

it('counts a step that is no test as one, passed or failed', async () => {
  const silent = [vi.spyOn(console, 'log'), vi.spyOn(process.stdout, 'write')];
  for (const outlet of silent) outlet.mockReturnValue(undefined as never);
  const good = await runStep({ name: 'version', commands: [node('0')] });
  const bad = await runStep({
    name: 'nonsense',
    commands: [node('1')],
  });
  const missing = await runStep({ name: 'missing', commands: [['no-such-program']] });
  const died = await runStep({
    name: 'died',
    commands: [node('1')],
    counts: true,
  });
  for (const outlet of silent) outlet.mockRestore();
  expect(good).toEqual({ name: 'version', passed: 1, failed: 0 });
  expect([bad, missing, died].map((result) => [result.passed, result.failed])).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ]);
});
