import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { countRows, empty, pageRows, type PageOf, type Rows } from './queries.figure.ts';
import { officers } from './queries.officers.ts';

/** People with requirements of hours; those who reached all of theirs count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(officers(db, scope).as('officer'))
    .select(['id', 'title', 'sorted_by', 'unit_name', 'hundredths', 'reached as counted'])
    .select([empty.day.as('day'), empty.amount.as('amount'), empty.tags.as('tags')]);
}

export function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  return countRows(db, population(db, scope));
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}
