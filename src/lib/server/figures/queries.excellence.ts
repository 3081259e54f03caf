import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { candidates, countDue } from './queries.candidates.ts';
import { countRows, empty, pageRows, type PageOf, type Rows, type Sums } from './queries.figure.ts';

/** 实考 people with their best score; those with the excellent mark count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .where('present', '=', 1)
    .select(['id', 'title', 'sorted_by', 'unit_name', 'hundredths', 'said as tags', 'excellent as counted'])
    .select([empty.day.as('day'), empty.amount.as('amount')]);
}

export async function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  return { ...(await countRows(db, population(db, scope))), due: await countDue(db, scope) };
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}

export function ofSums({ excellent, present, due }: Sums): FigureCount {
  return { numerator: excellent, denominator: present, due };
}
