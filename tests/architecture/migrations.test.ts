import { execFileSync } from 'node:child_process';
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

/** Steps from here on were appended one after another; those before were made together. */
const FIRST_APPENDED = '240-waiver';

/** Steps of the schema by the commit that brought them, counted from the first. */
function ages(): Map<string, number> {
  const added = ['--reverse', '--diff-filter=A', '--no-renames', '--name-only', '--format=tformat:commit:'];
  const log = execFileSync('git', ['log', ...added, '--', 'src/lib/server/db/migrations/'], {
    encoding: 'utf8',
  });
  const ages = new Map<string, number>();
  for (const [age, commit] of log.split('commit:').entries())
    for (const [, name = ''] of commit.matchAll(/\/(\d[^/\n]*)\.ts$/gm))
      if (!ages.has(name)) ages.set(name, age);
  return ages;
}

it('no step of the schema stands before an older one: that has run where this one has not', () => {
  const names = migrations.map(({ name }) => name);
  const appended = names.slice(names.indexOf(FIRST_APPENDED));
  const known = ages();
  const ageOf = (name: string) => known.get(name) ?? Number.POSITIVE_INFINITY;
  const before = (at: number) => Math.max(...appended.slice(0, at).map(ageOf));
  expect(appended.filter((name, at) => at > 0 && ageOf(name) < before(at))).toEqual([]);
});
