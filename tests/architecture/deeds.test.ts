import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deedName } from '#lib/domain/inspection/deeds.ts';
import { filesBelow } from '../support/source.ts';

const VERB = /\bverb: '([a-zA-Z]+\.[a-zA-Z]+)'/g;

it('every act that the log notes has a name in Chinese', () => {
  const files = filesBelow('src/lib/server', /\.ts$/);
  const noted = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(VERB)].map(([, verb]) => verb ?? ''),
  );
  expect(noted.length).toBeGreaterThan(100);
  expect([...new Set(noted)].filter((verb) => /[a-z]/i.test(deedName(verb)))).toEqual([]);
});
