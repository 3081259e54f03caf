import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow, importsOf, parsed } from '../support/source.ts';

/** Programs act when they are imported; the test imports what they import. */
const programs = /^src\/(workers\/|cli\/index\.ts)/;

function fileOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('#lib/')) return specifier.replace('#lib/', 'src/lib/');
  if (specifier.startsWith('.')) return normalize(join(from, '..', specifier)).replaceAll('\\', '/');
  return null;
}

/** Files of this repository that the cli and the workers reach, and the packages that they name on the way. */
function reached(): { files: string[]; packages: Set<string> } {
  const queue = filesBelow('src', /^src\/(cli|workers)\/.*\.ts$/).filter(
    (path) => !path.endsWith('.test.ts'),
  );
  const files = new Set(queue);
  const packages = new Set<string>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const specifier of importsOf(parsed(path))) {
      const file = fileOf(specifier, path);
      if (file === null) packages.add(specifier);
      else if (!files.has(file)) {
        files.add(file);
        if (existsSync(file)) queue.push(file);
      }
    }
  }
  return { files: [...files].sort(), packages };
}

const { files, packages } = reached();

it('what cli and workers import is written in full and needs no framework', () => {
  expect(files.filter((file) => !existsSync(file) || !file.endsWith('.ts'))).toEqual([]);
  expect([...packages].filter((name) => /^(\$|svelte|@sveltejs)/.test(name))).toEqual([]);
});

it('the client of PostgreSQL is loaded by whoever opens PostgreSQL, not by all', () => {
  expect([...packages]).not.toContain('pg');
});

it('what cli and workers import runs under plain Node', () => {
  const script = `for (const file of JSON.parse(process.argv[1])) await import(file);`;
  const urls = files.filter((file) => !programs.test(file)).map((file) => join(process.cwd(), file));
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(urls)], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
