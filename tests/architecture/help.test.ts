import { expect, it } from 'vitest';
import { helpEntries } from '#lib/ui/frame/help.ts';
import { filesBelow } from '../support/source.ts';

/** Pages that the help of the page above answers for. */
const underAnother: Record<string, string> = {
  '/design': 'the gallery of the development server',
  '/help': 'the help itself',
  '/feedback': 'helped by what stands beside its form',
  '/archive/certificates/[id]': 'one of the list above it',
  '/certificates/verify/[code]': 'the answer to the page above it',
  '/receipts/[number]': 'the answer to the page above it',
  '/practice/mock/[id]': 'the mock exam',
  '/practice/mock/[id]/result': 'the mock exam',
};

/** `/lessons` is the help of `/lessons/[id]`: there is no list of lessons, nor of attempts. */
const isOnlyChild = (page: string) => ['/lessons/[id]', '/attempts/[id]'].includes(page);

it('every page of learners, leaders and visitors has help of its own', () => {
  const pages = ['(learn)', '(insight)', '(public)']
    .flatMap((group) => filesBelow(`src/routes/${group}`, /\+page\.svelte$/))
    .map((path) => path.replace(/^src\/routes\/\([a-z]+\)|\/\+page\.svelte$/g, '') || '/');
  const hasOwn = (page: string) => page in helpEntries || isOnlyChild(page);
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter((page) => !hasOwn(page) && !(page in underAnother))).toEqual([]);
  expect(Object.keys(underAnother).filter((page) => !pages.includes(page))).toEqual([]);
});
