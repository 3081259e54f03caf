import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/reports/figure.ts';
import { candidates } from './queries.candidates.ts';
import { countRows, pageRows, type PageOf, type Rows } from './queries.figure.ts';

/** 应考 people; those who sat count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .select(['id', 'title', 'sorted_by', 'unit_name', 'present as counted'])
    .select([
      sql<string | null>`null`.as('day'),
      sql<number | null>`null`.as('hundredths'),
      sql<string | null>`null`.as('tags'),
    ]);
}

export async function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  const count = await countRows(db, population(db, scope));
  return { ...count, due: count.denominator };
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}
