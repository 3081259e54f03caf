import { dirname } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { routes } from '../../src/hooks/routes.ts';
import { filesBelow, nodesOf, parsed } from '../support/source.ts';

/** Ids of all routes that answer something, as SvelteKit names them. */
function routeIds(): string[] {
  const answering = filesBelow('src/routes', /\/\+(page|server)(\.server)?\.(svelte|ts)$/);
  return [...new Set(answering.map((path) => dirname(path).replace(/^src\/routes\/?/, '/')))].sort();
}

it('every route has a policy, and no policy names a route that is gone', () => {
  expect(Object.keys(routes).sort()).toEqual(routeIds());
});

/** Value of an exported constant of a page's server file. */
function exported(file: ts.SourceFile, name: string): ts.Node | undefined {
  const constants = file.statements.filter(ts.isVariableStatement);
  const declared = constants.flatMap((statement) => [...statement.declarationList.declarations]);
  return declared.find((one) => one.name.getText() === name)?.initializer;
}

it('a page that takes forms leads on by leadOn: a redirect of its load would swallow what a form was refused for', () => {
  const pages = filesBelow('src/routes', /\+page\.server\.ts$/).map((path) => ({ path, file: parsed(path) }));
  const redirecting = pages.filter(({ file }) => {
    const load = exported(file, 'load');
    if (!load || !file.text.includes('answering(')) return false;
    return nodesOf(load).some((node) => ts.isIdentifier(node) && node.text === 'redirect');
  });
  expect(redirecting.map(({ path }) => path)).toEqual([]);
  expect(pages.some(({ file }) => file.text.includes('leadOn('))).toBe(true);
});
