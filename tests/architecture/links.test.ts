import { dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesBelow } from '../support/source.ts';

/** Pages to which a person comes otherwise. */
const comeToOtherwise: Record<string, string> = { '/design': 'the gallery of the development server' };

/** What may lead somewhere: pages, their parts and actions, and the places of the frame; `holds` is no link. */
const sources = ['src/routes', 'src/lib', 'src/hooks']
  .flatMap((folder) => filesBelow(folder, /(?<!\.test)\.(svelte|ts)$/))
  .filter((path) => path !== 'src/hooks/routes.ts' && !path.startsWith('src/lib/ui/frame/help/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8').replaceAll(/holds: \[[^\]]*\]/g, '') }));

/** How an address ends where it is written: `/laws'`, `/courses/{id}"`, `{id}/seal?…`. */
function written(route: string): RegExp {
  const escaped = (text: string) => text.replaceAll(/[/.-]/g, String.raw`\$&`);
  const [head = '', ...tails] = route.split(/\/\[\w+\]/);
  const tail = tails.at(-1);
  if (tail === undefined) return new RegExp(String.raw`['"\`(]${escaped(head)}['"\`?#$]`);
  if (tail === '') return new RegExp(String.raw`${escaped(tails.at(-2) || head)}/\$?\{`);
  return new RegExp(String.raw`(\}|['"\`.])${escaped(tail)}(['"\`?#/$]|\{)`);
}

it('every page is led to from another', () => {
  const pages = filesBelow('src/routes', /\/\+page\.svelte$/).map(dirname);
  const lost = pages.filter((folder) => {
    const route = folder.replace(/^src\/routes/, '').replaceAll(/\/\([^)]+\)/g, '') || '/';
    const way = written(route);
    return (
      !(route in comeToOtherwise) &&
      !sources.some(({ path, text }) => !path.startsWith(`${folder}/`) && way.test(text))
    );
  });
  expect(pages.length).toBeGreaterThan(80);
  expect(lost).toEqual([]);
});
