import { askedYear } from '#lib/forms/planYear.ts';
import { planYearOf, type Instant } from '#lib/domain/shared/time.ts';
import { parseListing } from '#lib/forms/listing.ts';
import type { EventsAsk } from '#lib/server/events/index.ts';

/** What the address of the list asks for; this plan year unless told. */
export function eventsFilter(url: URL, now: Instant): EventsAsk {
  return {
    ...parseListing(url, { sortable: ['heldOn'], defaultSort: '-heldOn' }),
    planYear: askedYear(url, planYearOf(now)),
    tag: (url.searchParams.get('tag') ?? '').slice(0, 20),
    status: (url.searchParams.get('status') ?? '').slice(0, 20),
    hostId: (url.searchParams.get('host') ?? '').slice(0, 64),
  };
}
