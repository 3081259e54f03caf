import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { pages, unseen } from '../../scripts/look/pages.js';
import { afterwards } from '../../scripts/look/room.js';
import { lastStates, statePages } from '../../scripts/look/states.js';
import { filesBelow } from '../support/source.ts';

/** Routes of all pages, without the groups they stand in. */
function pageRoutes(): string[] {
  const found = filesBelow('src/routes', /\/\+page\.svelte$/);
  return found.map(
    (path) =>
      dirname(path)
        .replace(/^src\/routes/, '')
        .replace(/\/\([^)]+\)/g, '') || '/',
  );
}

const looked = new Set(
  [...pages, ...statePages, ...afterwards, ...lastStates].map(
    (page) => page.route ?? page.path.replace(/\?.*/, ''),
  ),
);

it('every page is looked at, or it is said why not', () => {
  expect(pageRoutes().filter((route) => !looked.has(route) && !Object.hasOwn(unseen, route))).toEqual([]);
});

it('nothing is said to be unseen that is looked at or gone', () => {
  const routes = new Set(pageRoutes());
  expect(Object.keys(unseen).filter((route) => looked.has(route) || !routes.has(route))).toEqual([]);
});

it('no picture is written over by another', () => {
  const names = [...pages, ...statePages, ...afterwards, ...lastStates].map((page) => page.name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
