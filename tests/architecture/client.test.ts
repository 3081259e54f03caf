import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { newInScript, newInStyle } from '../support/oldBrowser.ts';
import { filesBelow } from '../support/source.ts';

/** Put in place by `src/hooks.client.ts` before anything else runs. */
const polyfilled = new Set(['Object.hasOwn']);

const client = 'build/client';
const read = (path: string) => readFileSync(path, 'utf8');

beforeAll(() => {
  if (!existsSync(client))
    throw new Error('build first: `npm run build`, or `npm run check -- architecture`');
});

describe('the built client runs in Chromium 90', () => {
  it('its scripts use no newer syntax and no newer function', () => {
    const scripts = filesBelow(client, /\.js$/);
    const found = scripts.flatMap((path) =>
      newInScript(read(path), polyfilled).map((one) => `${path}: ${one}`),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it('its styles use nothing newer', () => {
    const found = filesBelow(client, /\.css$/).flatMap((path) =>
      newInStyle(read(path)).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
  });

  it('notices what is newer', () => {
    const newer =
      'class A { static { f(); } } list.at(-1); Object.hasOwn(a, b); structuredClone(a); /a/v.test(b);';
    expect(newInScript(newer)).toHaveLength(5);
    expect(newInScript('class A { #a = 1; b = this.#a ?? 2; } list.map(f);')).toEqual([]);
    expect(newInStyle('a { color: red; & b { color: blue } }')).toEqual(['nested rule']);
    expect(newInStyle('p:has(a) { width: 1dvh }')).toHaveLength(2);
    expect(newInStyle('@media (min-width: 1px) { a { color: red } } @font-face { src: url("a") }')).toEqual(
      [],
    );
  });
});

interface Route {
  id: string;
  page: { layouts: number[]; errors: number[]; leaf: number } | null;
}

interface Built {
  client: { imports: string[] };
  routes: Route[];
}

const output = join(process.cwd(), '.svelte-kit/output');

async function built(): Promise<Built> {
  const { manifest } = await import(/* @vite-ignore */ join(output, 'server/manifest.js'));
  return manifest._ as Built;
}

/** Scripts that Kit loads for a node of the page tree, read from the text of the built node. */
function scriptsOf(node: number): string[] {
  const [, list = '[]'] =
    /export const imports = (\[.*?\]);/.exec(read(join(output, `server/nodes/${node}.js`))) ?? [];
  return JSON.parse(list) as string[];
}

/** Compressed bytes of script that a first visit to the route loads. */
function weightOf({ page }: Route, start: string[]): number {
  const nodes = page ? [...page.layouts, ...page.errors, page.leaf].filter((node) => node !== undefined) : [];
  const scripts = new Set([...start, ...nodes.flatMap(scriptsOf)]);
  return [...scripts].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(client, path)), { level: 9 }).length,
    0,
  );
}

/** Most compressed bytes of script: pages of the learner, and the exam room, which must open on a bad line. */
const budgets: { pages: RegExp; bytes: number }[] = [
  { pages: /^\/\(learn\)\/attempts\//, bytes: 70_000 },
  { pages: /^\/\(learn\)/, bytes: 90_000 },
];

describe('the scripts of a page stay within their budget', () => {
  it('the exam room loads at most 70 kB, other pages of the learner 90 kB', async () => {
    const { client: start, routes } = await built();
    const learner = routes.filter((route) => route.page !== null && route.id.startsWith('/(learn)'));
    const tooHeavy = learner.flatMap((route) => {
      const most = budgets.find(({ pages }) => pages.test(route.id))?.bytes ?? 0;
      const weight = weightOf(route, start.imports);
      return weight > most ? [`${route.id} loads ${weight} bytes, ${most} allowed`] : [];
    });
    expect(learner.length).toBeGreaterThan(0);
    expect(tooHeavy).toEqual([]);
  });
});
