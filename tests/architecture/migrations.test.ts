import { expect, it } from 'vitest';
import { migrations } from '#lib/server/db/migrations/index.ts';
import { filesBelow } from '../support/source.ts';

it('every step of the schema that lies in its folder is in the list, once and under the name of its file', () => {
  const files = filesBelow('src/lib/server/db/migrations', /\/\d[^/]*\.ts$/).map((path) =>
    path.replace(/^.*\/|\.ts$/g, ''),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(migrations.map(({ name }) => name).sort()).toEqual(files);
});
