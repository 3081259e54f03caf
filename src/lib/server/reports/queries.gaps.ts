import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';

interface OfYear {
  unitId: string;
  planYear: number;
}

/** How many events of a unit's year wait for verification, and how many verified ones have no file. */
export async function openEvents(
  db: Db,
  asked: OfYear,
): Promise<{ unverified: number; withoutFile: number }> {
  const row = await eventsBelow(db, asked).executeTakeFirstOrThrow();
  return { unverified: Number(row.unverified ?? 0), withoutFile: Number(row.without_file ?? 0) };
}

/** Counts over the events whose host lay below the unit on their day. */
export function eventsBelow(db: Db, { unitId, planYear }: OfYear) {
  return db
    .selectFrom('event')
    .where('event.plan_year', '=', planYear)
    .where((of) =>
      of.exists(
        of
          .selectFrom('event_host')
          .innerJoin('unit_closure', 'unit_closure.unit_id', 'event_host.unit_id')
          .whereRef('event_host.event_id', '=', 'event.id')
          .where('unit_closure.ancestor_id', '=', unitId)
          .where(sql<SqlBool>`unit_closure.valid_from <= event.held_on`)
          .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= event.held_on)`)
          .select('event_host.event_id'),
      ),
    )
    .select([
      sql<number | null>`sum(case when event.status = 'verified' then 0 else 1 end)`.as('unverified'),
      sql<number | null>`sum(case when event.status = 'verified' and not exists (
        select 1 from event_file where event_file.event_id = event.id) then 1 else 0 end)`.as('without_file'),
    ]);
}

/** Original files of events, event by event. */
export function filesOfEvents(db: Db, eventIds: readonly string[]) {
  return db
    .selectFrom('event_file')
    .innerJoin('file', 'file.id', 'event_file.file_id')
    .where('event_file.event_id', 'in', eventIds)
    .select(['event_file.event_id', 'file.id', 'file.name'])
    .orderBy('file.uploaded_at');
}
