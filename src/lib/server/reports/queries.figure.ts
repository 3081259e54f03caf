import type { SelectQueryBuilder } from 'kysely';
import type { Db, Tables } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/reports/figure.ts';

/** What every figure's rows have; `counted` is 1 where the row counts in the numerator. */
export interface Row {
  id: string;
  title: string;
  sorted_by: string;
  unit_name: string;
  day: string | null;
  hundredths: number | null;
  tags: string | null;
  counted: number;
}

// The tables in reach differ from figure to figure; what matters is the row.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Rows = SelectQueryBuilder<Tables, any, Row>;

export interface PageOf {
  scope: FigureScope;
  /** Rows that count, rows that do not, or both. */
  part: 'counted' | 'rest' | 'all';
  page: number;
  pageSize: number;
}

/** Counts over the rows of a figure: the same query that shows them. */
export async function countRows(db: Db, rows: Rows): Promise<Omit<FigureCount, 'due'>> {
  const count = await db
    .selectFrom(rows.as('row'))
    .select((of) => [
      of.fn.countAll<number>().as('all'),
      of.fn.sum<number | null>('row.counted').as('counted'),
    ])
    .executeTakeFirstOrThrow();
  return { numerator: Number(count.counted ?? 0), denominator: Number(count.all) };
}

/** One page of the rows of a figure. */
export async function pageRows(db: Db, rows: Rows, { part, page, pageSize }: PageOf): Promise<FigureRow[]> {
  const found = await db
    .selectFrom(rows.as('row'))
    .selectAll()
    .$if(part !== 'all', (query) => query.where('row.counted', '=', part === 'counted' ? 1 : 0))
    .orderBy('row.unit_name')
    .orderBy('row.sorted_by')
    .orderBy('row.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return found.map((row) => ({
    id: row.id,
    title: row.title,
    unitName: row.unit_name,
    day: row.day,
    hundredths: row.hundredths,
    tags: row.tags,
    counted: Number(row.counted),
  }));
}
