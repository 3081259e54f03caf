import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { addRows, empty, pageRows, type PageOf, type Rows } from './queries.figure.ts';
import { ledgerTotal } from './queries.ledger.ts';
import { roster } from './queries.roster.ts';
import { unitNameOn } from './queries.unit.ts';

/** People on the as-of day with their 培训学时 of the year; all count, also who has none. */
export function population(db: Db, scope: FigureScope): Rows {
  return roster(db, scope)
    .select(['person.id', 'person.name as title', 'person.name_key as sorted_by'])
    .select(unitNameOn(scope.asOf).as('unit_name'))
    .select([empty.day.as('day'), empty.amount.as('amount'), empty.tags.as('tags')])
    .select([ledgerTotal(scope, 'training').as('hundredths'), sql<number>`1`.as('counted')]);
}

export function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  return addRows(db, population(db, scope), 'hundredths');
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}

export const adds = 'hundredths';
