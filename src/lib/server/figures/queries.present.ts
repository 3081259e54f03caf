import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { candidates } from './queries.candidates.ts';
import { countRows, empty, pageRows, type PageOf, type Rows, type Sums } from './queries.figure.ts';

/** 实考 people with their best score; all count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .where('present', '=', 1)
    .select(['id', 'title', 'sorted_by', 'unit_name', 'hundredths', 'said as tags'])
    .select((of) => [empty.day.as('day'), empty.amount.as('amount'), of.lit(1).as('counted')]);
}

export function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  return countRows(db, population(db, scope));
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}

export function ofSums({ present }: Sums): FigureCount {
  return { numerator: present, denominator: present, due: present };
}
