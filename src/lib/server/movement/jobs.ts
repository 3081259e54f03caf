import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { findsAny, inTransaction, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { departuresOver } from './departures.ts';
import { departuresDue } from './queries.status.ts';

/** Whether the day of a departure has come that is not settled. */
export function isDepartureDue(db: Db, now: Instant): Promise<boolean> {
  return findsAny(departuresDue(db, { today: shanghaiDay(now), limit: 1 }));
}

/** Settles the departures whose day has come. Answers how many. */
export async function settleDepartures(act: Act): Promise<number> {
  access.require(act, 'people.settleDepartures');
  return inTransaction(act, (own) => departuresOver(own, {}));
}
