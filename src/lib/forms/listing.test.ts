import { describe, expect, it } from 'vitest';
import { listingHref, parseListing } from './listing.ts';

const rules = { sortable: ['name', 'unit'], defaultSort: '-unit' };
const read = (query: string) => parseListing(new URL(`http://x/list${query}`), rules);

describe('the address of a list', () => {
  it('gives the defaults when nothing is asked', () => {
    expect(read('')).toEqual({ q: '', sort: 'unit', direction: 'desc', page: 1, pageSize: 20 });
  });

  it('reads search, sorting and page', () => {
    const asked = read('?q=%20%E5%BC%A0%20&sort=-name&page=3');
    expect(asked).toMatchObject({ q: '张', sort: 'name', direction: 'desc', page: 3 });
  });

  it.each(['?sort=password', '?sort=--name', '?page=0', '?page=-1', '?page=1e99', '?page=x'])(
    'falls back to the defaults for %s',
    (query) => {
      expect(read(query)).toMatchObject({ sort: 'unit', direction: 'desc', page: 1 });
    },
  );

  it('changes one parameter and keeps the others', () => {
    expect(listingHref('?q=a&page=4&unit=7', { sort: 'name', page: null })).toBe('?q=a&unit=7&sort=name');
    expect(listingHref('?page=4', { page: null })).toBe('?');
  });
});
