import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/reports/figure.ts';
import { candidates } from './queries.candidates.ts';
import { countRows, pageRows, type PageOf, type Rows } from './queries.figure.ts';

/** 实考 people with their best score; those with the pass mark count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .where('present', '=', 1)
    .select(['id', 'title', 'sorted_by', 'unit_name', 'hundredths', 'passed as counted'])
    .select([sql<string | null>`null`.as('day'), sql<string | null>`null`.as('tags')]);
}

export async function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  const count = await countRows(db, population(db, scope));
  const { due } = await db
    .selectFrom(candidates(db, scope).as('candidate'))
    .select((of) => of.fn.countAll<number>().as('due'))
    .executeTakeFirstOrThrow();
  return { ...count, due: Number(due) };
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}
