import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/reports/figure.ts';
import { countRows, pageRows, type PageOf, type Rows } from './queries.figure.ts';
import { officers } from './queries.officers.ts';

/** People with requirements of hours; those who reached all of theirs count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(officers(db, scope).as('officer'))
    .select(['id', 'title', 'sorted_by', 'unit_name', 'hundredths', 'reached as counted'])
    .select([sql<string | null>`null`.as('day'), sql<string | null>`null`.as('tags')]);
}

export async function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  const count = await countRows(db, population(db, scope));
  return { ...count, due: count.denominator };
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}
