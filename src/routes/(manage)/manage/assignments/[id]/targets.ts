import { isProgress } from '#lib/domain/plans/progress.ts';
import { parseListing, type Listing } from '#lib/forms/listing.ts';
import type { TargetsWish } from '#lib/server/plans/index.ts';

/** What the list of an assignment's people asks for, read from its address: `?q=&unit=&state=&sort=&page=`. */
export function targetsAsked(url: URL): { listing: Listing; wish: TargetsWish } {
  const listing = parseListing(url, { sortable: ['name', 'unit', 'lessons'], defaultSort: 'name' });
  const state = url.searchParams.get('state') ?? '';
  return {
    listing,
    wish: {
      q: listing.q,
      unitId: url.searchParams.get('unit') ?? '',
      progress: isProgress(state) ? state : null,
      sort: listing.sort as TargetsWish['sort'],
      direction: listing.direction,
    },
  };
}
