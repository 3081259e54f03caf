import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { events } from './queries.events.ts';

export interface HeldOn {
  tag: string;
  day: string;
}

/** Day and form of every verified event of the year in the unit or below it; one with several forms under each. */
export async function heldByForm(
  db: Db,
  { scope, forms }: { scope: FigureScope; forms: string[] },
): Promise<HeldOn[]> {
  return heldUnder(db, { scope, forms }).execute();
}

export function heldUnder(db: Db, { scope, forms }: { scope: FigureScope; forms: string[] }) {
  return db
    .selectFrom(events(db, scope, { audience: 'staff', forms }).as('row'))
    .innerJoin('event_tag', 'event_tag.event_id', 'row.id')
    .where('event_tag.kind', '=', 'form')
    .where('event_tag.tag', 'in', forms)
    .select(['event_tag.tag', sql<string>`row.day`.as('day')]);
}

/** Forms of which the unit, or one below it, keeps a series with a meeting each quarter. */
export function quarterlyForms(db: Db, { unitId, planYear }: Pick<FigureScope, 'unitId' | 'planYear'>) {
  return db
    .selectFrom('event_series')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'event_series.unit_id')
    .where('unit_closure.ancestor_id', '=', unitId)
    .where(sql<SqlBool>`unit_closure.valid_to is null`)
    .where('event_series.plan_year', '=', planYear)
    .where('event_series.cadence', '=', 'quarter')
    .where('event_series.closed_at', 'is', null)
    .select('event_series.tag')
    .distinct();
}
