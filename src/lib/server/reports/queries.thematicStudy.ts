import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/reports/figure.ts';
import { countRows, pageRows, type PageOf, type Rows } from './queries.figure.ts';

/**
 * Verified events of the year tagged 中心组学习 with the topic 法治, hosted on their day in the unit or below it;
 * one row each, however many hosts and tags they have. All rows count.
 */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom('event')
    .where('event.plan_year', '=', scope.planYear)
    .where('event.status', '=', 'verified')
    .where((of) => of.exists(tagged(db, 'form', '中心组学习')))
    .where((of) => of.exists(tagged(db, 'topic', '法治')))
    .where((of) => of.exists(hostsBelow(db, scope.unitId)))
    .select((of) => [
      'event.id',
      'event.title',
      'event.held_on as sorted_by',
      of.fn.coalesce(firstHost(db), sql.lit('')).as('unit_name'),
      'event.held_on as day',
      sql<number | null>`null`.as('hundredths'),
      sql<string | null>`null`.as('tags'),
      of.lit(1).as('counted'),
    ]);
}

export async function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  const count = await countRows(db, population(db, scope));
  return { ...count, due: count.denominator };
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}

function tagged(db: Db, kind: 'form' | 'topic', tag: string) {
  return db
    .selectFrom('event_tag')
    .where(sql<SqlBool>`event_tag.event_id = event.id`)
    .where('event_tag.kind', '=', kind)
    .where('event_tag.tag', '=', tag)
    .select('event_tag.event_id');
}

function hostsBelow(db: Db, unitId: string) {
  return db
    .selectFrom('event_host')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'event_host.unit_id')
    .where(sql<SqlBool>`event_host.event_id = event.id`)
    .where('unit_closure.ancestor_id', '=', unitId)
    .where(sql<SqlBool>`unit_closure.valid_from <= event.held_on`)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= event.held_on)`)
    .select('event_host.event_id');
}

/** Name of the host that stands first by name; the event's page lists all. */
function firstHost(db: Db) {
  return db
    .selectFrom('event_host')
    .innerJoin('unit', 'unit.id', 'event_host.unit_id')
    .where(sql<SqlBool>`event_host.event_id = event.id`)
    .select((of) => of.fn.min<string>('unit.name').as('name'));
}
