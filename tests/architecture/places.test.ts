import { expect, it } from 'vitest';
import { placeHere, sectionsOf } from '#lib/ui/frame/places.ts';
import type { FrameRole } from '#lib/ui/frame/who.ts';
import { routes } from '../../src/hooks/routes.ts';
import { filesBelow } from '../support/source.ts';

const pages = new Set(
  filesBelow('src/routes', /\/\+page\.svelte$/).map(
    (path) => path.slice('src/routes'.length, -'/+page.svelte'.length) || '/',
  ),
);

/** Address of a page under some id. */
const addressOf = (id: string) => id.replaceAll(/\/\([^)]+\)/g, '').replaceAll(/\[\w+\]/g, '1') || '/';

it('the side bar marks a place on every page, for each role that may open it', () => {
  const lost = Object.entries(routes).flatMap(([id, admission]) => {
    if (!pages.has(id) || admission === 'public') return [];
    const admitted: FrameRole[] = admission === 'signedIn' ? ['learner'] : [...admission];
    return admitted
      .filter((role) => placeHere(sectionsOf(['learner', role]), addressOf(id)) === null)
      .map((role) => `${id} for ${role}`);
  });
  expect(pages.size).toBeGreaterThan(60);
  expect(lost).toEqual([]);
});
