import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sampleHouse, type SampleHouse } from '../support/sampleHouse.ts';

interface Breach {
  rule: string;
  path: string;
  text: string;
}

const long = (lines: number) => 'export const a = 1;\n'.repeat(1) + '// a line\n'.repeat(lines);
const pure = 'src/lib/domain/study';

/** A sample for each rule that this project set itself. */
const breaches: Breach[] = [
  { rule: 'eslint(max-lines)', path: `${pure}/long.ts`, text: long(250) },
  { rule: 'xuefa/component-lines', path: 'src/lib/ui/Long.svelte', text: '<p>line</p>\n'.repeat(201) },
  {
    rule: 'svelte/no-inline-styles',
    path: 'src/lib/ui/Styled.svelte',
    text: '<p style="color: red">red</p>\n',
  },
  {
    rule: 'no-restricted-imports',
    path: 'src/lib/ui/Typed.svelte',
    text: `<script lang="ts">import type { Act } from '#lib/server/platform/act.ts'; let { act }: { act: Act } = $props();</script>{act.now}`,
  },
  { rule: 'xuefa(forbidden-syntax)', path: `${pure}/now.ts`, text: 'export const now = () => Date.now();\n' },
  {
    rule: 'xuefa(forbidden-syntax)',
    path: `${pure}/today.ts`,
    text: 'export const today = () => new Date();\n',
  },
  {
    rule: 'xuefa(forbidden-syntax)',
    path: `${pure}/chance.ts`,
    text: 'export const chance = () => Math.random();\n',
  },
  {
    rule: 'eslint(no-restricted-globals)',
    path: `${pure}/waits.ts`,
    text: 'export const wait = () => setTimeout(() => 1, 1);\n',
  },
  {
    rule: 'eslint(no-console)',
    path: `${pure}/talks.ts`,
    text: 'export const talk = () => console.log(1);\n',
  },
  {
    rule: 'xuefa(forbidden-syntax)',
    path: 'src/lib/server/study/verbs.ts',
    text: 'export const now = () => Date.now();\n',
  },
  {
    rule: 'eslint(no-restricted-imports)',
    path: 'src/lib/server/study/page.ts',
    text: "import { page } from '$app/state';\nexport const url = page.url;\n",
  },
  {
    rule: 'xuefa(forbidden-syntax)',
    path: 'src/lib/server/study/swallows.ts',
    text: 'export function read(text: string): unknown {\n  try {\n    return JSON.parse(text);\n  } catch {\n    return null;\n  }\n}\n',
  },
  {
    rule: 'no-restricted-syntax',
    path: 'src/lib/state/shared.svelte.ts',
    text: 'export const shared = $state({ n: 0 });\n',
  },
  {
    rule: 'eslint(no-else-return)',
    path: `${pure}/else.ts`,
    text: 'export function sign(n: number): number {\n  if (n < 0) {\n    return -1;\n  } else {\n    return 1;\n  }\n}\n',
  },
  {
    rule: 'eslint(eqeqeq)',
    path: `${pure}/equal.ts`,
    text: 'export const same = (a: unknown, b: unknown) => a == b;\n',
  },
  {
    rule: 'typescript(no-floating-promises)',
    path: 'src/lib/server/study/floats.ts',
    text: 'async function save(): Promise<void> {}\nexport function go(): void {\n  save();\n}\n',
  },
  {
    rule: 'typescript(no-misused-promises)',
    path: 'src/lib/server/study/misuses.ts',
    text: 'async function isOpen(): Promise<boolean> {\n  return true;\n}\nexport const sign = () => (isOpen() ? 1 : 2);\n',
  },
  {
    rule: 'typescript(consistent-type-imports)',
    path: 'src/lib/server/study/types.ts',
    text: "import { Db } from './db.ts';\nexport const open = (db: Db): Db => db;\n",
  },
  {
    rule: 'eslint(no-unused-vars)',
    path: 'src/lib/server/study/idle.ts',
    text: 'export function add(a: number): number {\n  const b = 1;\n  return a;\n}\n',
  },
  {
    rule: 'typescript(no-explicit-any)',
    path: 'seeds/any.ts',
    text: 'export const any = (a: any): unknown => a;\n',
  },
];

const innocent: Record<string, string> = {
  [`${pure}/given.ts`]: 'export const day = (now: string) => new Date(now).toISOString();\n',
  'src/lib/ui/Styles.svelte': `<p class="a">text</p>\n<style>\n${'  .a {\n    color: red;\n  }\n'.repeat(80)}</style>\n`,
  'src/lib/server/study/db.ts': 'export interface Db {\n  name: string;\n}\n',
};

/** Rules that a file breaks, by its path. */
function lint(files: Record<string, string>): Map<string, string[]> {
  const house = sampleHouse(files);
  try {
    const found = [...byEslint(house), ...byOxlint(house)];
    return new Map(
      Object.keys(files).map((path) => [
        path,
        found.filter((one) => one.path === path).map(({ rule }) => rule),
      ]),
    );
  } finally {
    house.remove();
  }
}

interface Found {
  path: string;
  rule: string;
}

function byEslint(house: SampleHouse): Found[] {
  const results = JSON.parse(house.run('eslint', '.', '--format', 'json')) as {
    filePath: string;
    messages: { ruleId: string | null; message: string }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({
      path: filePath.slice(house.folder.length + 1),
      rule: ruleId ?? message,
    })),
  );
}

function byOxlint(house: SampleHouse): Found[] {
  const { diagnostics } = JSON.parse(house.run('oxlint', '--format', 'json')) as {
    diagnostics: { filename: string; code: string }[];
  };
  return diagnostics.map(({ filename, code }) => ({ path: filename, rule: code }));
}

it('each of our own lint rules fires on a breach of it, and leaves the innocent alone', () => {
  const found = lint({ ...innocent, ...Object.fromEntries(breaches.map(({ path, text }) => [path, text])) });
  expect(breaches.filter(({ rule, path }) => !found.get(path)?.includes(rule))).toEqual([]);
  expect(Object.keys(innocent).flatMap((path) => found.get(path))).toEqual([]);
});

it('a file that is not in shape is noticed', () => {
  const house = sampleHouse({
    'src/a.ts': 'export const a = "double"',
    'src/b.ts': "export const b = 'single';\n",
    'src/C.svelte': '<p  >text</p>',
  });
  const scripts = house.run('oxfmt', '--list-different', 'src');
  const others = house.run('prettier', '--list-different', 'src', '!**/*.ts');
  house.remove();
  expect(scripts.trim()).toBe('src/a.ts');
  expect(others.trim()).toBe('src/C.svelte');
});

it('scripts have one shape, whichever of the two looks at them', () => {
  const { plugins: _, overrides: __, ...prettier } = shape('.prettierrc');
  const { $schema: ___, ignorePatterns: ____, ...oxfmt } = shape('.oxfmtrc.json');
  expect(oxfmt).toEqual(prettier);
});

const shape = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

it('the type check notices a wrong type and syntax that Node cannot erase', () => {
  const house = sampleHouse({
    'src/wrong.ts': "export const n: number = 'text';\n",
    'src/kinds.ts': 'export enum Kind {\n  A,\n}\n',
  });
  const said = house.run('tsc', '--project', 'tsconfig.json');
  house.remove();
  expect(said).toMatch(/src\/wrong\.ts.*TS2322/);
  expect(said).toMatch(/src\/kinds\.ts.*TS1294/);
});
