import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingNames } from '#lib/server/platform/env.ts';
import { filesBelow } from '../support/source.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', /\.md$/)].map(read).join('\n');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** npm lets `test` and `start` go without `run`. */
const asked = (name: string) => new RegExp(`npm (run )?${name}\\b`).test(documents);

it('the documents name every npm script', () => {
  expect(Object.keys(scripts).filter((name) => !asked(name))).toEqual([]);
});

it('the documents name no npm script that is gone', () => {
  const named = [...documents.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('.env.example lists every setting, and the documents explain it', () => {
  const example = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...example].sort()).toEqual([...settingNames].sort());
  expect(settingNames.filter((name) => !documents.includes(`\`${name}\``))).toEqual([]);
});
