import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../support/source.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** Parts that a page never takes by themselves: what shows them. */
const withinOthers: Record<string, string> = {
  Labelled: 'Field, Select, Textarea and FileField',
  Heading: 'Table',
  Kept: 'Definition, and leads of pages that name a time',
  Pager: 'Table',
  Search: 'Table',
  Lines: 'LedgerSheet',
  LedgerSheet: 'a page of its own, over a whole ledger',
};

/**
 * Bars of the frame stand around the gallery; the bodies of questions are shown by their samples, one a type; an import is a walk of pages, a certificate a document of its own; grants,
 * forms and the start of an installation hold what some pages share, made of controls that are shown.
 */
const controls = filesBelow('src/lib/ui', /(?<!\.test)\.svelte$/)
  .filter(
    (path) => !/\/(frame|imports|certificate|grants|forms|start)\/|\/paper\/(?!QuestionBody)/.test(path),
  )
  .map((path) => basename(path, '.svelte'));

it('the gallery shows every control', () => {
  const shown = filesBelow('src/routes/(public)/design', /\.svelte$/)
    .map(read)
    .join('\n');
  const isShown = (name: string) =>
    new RegExp(`import \\w+ from '#lib/ui/(.*/)?${name}\\.svelte'`).test(shown);
  expect(controls.filter((name) => !isShown(name) && !(name in withinOthers))).toEqual([]);
  expect(Object.keys(withinOthers).filter((name) => !controls.includes(name))).toEqual([]);
});

it('nothing of the gallery is in the build', () => {
  if (!existsSync('build/client'))
    throw new Error('build first: `npm run build`, or `npm run check -- architecture`');
  const built = filesBelow('build', /\.(js|css)$/);
  expect(built.length).toBeGreaterThan(10);
  expect(built.filter((path) => /every-control|综合行政执法大队第一中队/.test(read(path)))).toEqual([]);
});
