import { expect, it } from 'vitest';
import { isLedger } from './ledgers.ts';

it('knows its ledgers, and no name that every object has', () => {
  expect(['training', 'credit', 'constructor', 'toString', ''].map(isLedger)).toEqual([
    ...[true, true],
    ...[false, false, false],
  ]);
});
