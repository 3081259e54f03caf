import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { routes } from '../../src/hooks/routes.ts';
import { filesBelow } from '../support/source.ts';

/** Ids of all routes that answer something, as SvelteKit names them. */
function routeIds(): string[] {
  const answering = filesBelow('src/routes', /\/\+(page|server)(\.server)?\.(svelte|ts)$/);
  return [...new Set(answering.map((path) => dirname(path).replace(/^src\/routes\/?/, '/')))].sort();
}

it('every route has a policy, and no policy names a route that is gone', () => {
  expect(Object.keys(routes).sort()).toEqual(routeIds());
});
