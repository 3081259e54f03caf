import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesBelow } from '../support/source.ts';

/** Patterns that are built of our own words, by file: what they find. */
const ownWords: Record<string, string> = {
  'access/queries.secrets.ts': 'ciphertext of another suite than the one of today, by its mark',
  'access/queries.throttle.ts': 'counts of one account, by the beginning of their keys',
  'completion/queries.units.ts': 'a unit in the path that a standing keeps',
  'people/queries.secrets.ts': 'ciphertext of another suite than the one of today, by its mark',
  'portals/queries.secrets.ts': 'the same',
};

/** An operand of Kysely, or a word of raw SQL. */
const pattern = /'(not )?i?like'|\bsql(<\w+>)?`[^;]*\bi?like\b/i;

it('what someone types is searched for by the helpers that take % and _ as themselves', () => {
  const found = filesBelow('src/lib/server', /\.ts$/)
    .filter((path) => !/\.test\.ts$|\/db\/(search\.ts$|migrations\/)/.test(path))
    .filter((path) => pattern.test(readFileSync(path, 'utf8')))
    .map((path) => path.replace('src/lib/server/', ''));
  expect(found).toEqual(Object.keys(ownWords));
});
