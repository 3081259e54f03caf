import { claimStatuses } from '#lib/domain/hours/claim.ts';
import { parseListing } from '#lib/forms/listing.ts';
import type { ClaimsFilter } from '#lib/server/hours/index.ts';

/** What the address of the list asks for; what waits, unless told. */
export function claimsFilter(url: URL): ClaimsFilter & { page: number; pageSize: number } {
  const listing = parseListing(url, { sortable: ['askedAt', 'heldOn', 'name'], defaultSort: '-askedAt' });
  const wanted = url.searchParams.get('status') ?? 'asked';
  return {
    ...listing,
    sort: listing.sort as ClaimsFilter['sort'],
    status: wanted in claimStatuses ? wanted : '',
  };
}
