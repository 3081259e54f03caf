import type { Db } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { candidates } from './queries.candidates.ts';
import { countRows, empty, pageRows, type PageOf, type Rows, type Sums } from './queries.figure.ts';

/** People who handed in, but nothing that was answered; all count. */
export function population(db: Db, scope: FigureScope): Rows {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .where('blank', '=', 1)
    .select(['id', 'title', 'sorted_by', 'unit_name', 'said as tags'])
    .select((of) => [
      empty.day.as('day'),
      empty.hundredths.as('hundredths'),
      empty.amount.as('amount'),
      of.lit(1).as('counted'),
    ]);
}

export function value(db: Db, scope: FigureScope): Promise<FigureCount> {
  return countRows(db, population(db, scope));
}

export function rows(db: Db, page: PageOf): Promise<FigureRow[]> {
  return pageRows(db, population(db, page.scope), page);
}

export function ofSums({ blank }: Sums): FigureCount {
  return { numerator: blank, denominator: blank, due: blank };
}
