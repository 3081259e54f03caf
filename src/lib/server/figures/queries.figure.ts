import { sql, type SelectQueryBuilder } from 'kysely';
import type { Db, Tables } from '../db/index.ts';
import type { FigureCount, FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';

/** What every figure's rows have; `counted` is 1 where the row counts in the numerator. */
export interface Row {
  id: string;
  title: string;
  sorted_by: string;
  unit_name: string;
  day: string | null;
  hundredths: number | null;
  amount: number | null;
  tags: string | null;
  counted: number;
}

// The tables in reach differ from figure to figure; what matters is the row.
// oxlint-disable-next-line typescript/no-explicit-any
export type Rows = SelectQueryBuilder<Tables, any, Row>;

/** 应考 of a year's exams and what became of them. */
export type Sums = Record<'due' | 'present' | 'passed' | 'excellent' | 'blank', number>;

/** What `queries.<key>.ts` of a figure holds. */
export interface FigureModule {
  population(db: Db, scope: FigureScope): Rows;
  value(db: Db, scope: FigureScope): Promise<FigureCount>;
  rows(db: Db, page: PageOf): Promise<FigureRow[]>;
  /** Of the pass `exam`: its value taken of one count over the candidates. */
  ofSums?(sums: Sums): FigureCount;
  /** Of the pass `classes`: what its rows are added up to, where it does not count them. */
  adds?: 'hundredths';
}

export interface PageOf {
  scope: FigureScope;
  /** Rows that count, rows that do not, or both. */
  part: 'counted' | 'rest' | 'all';
  page: number;
  pageSize: number;
}

/** Columns of a row that a figure of people or of events has nothing to say in. */
export const empty = {
  day: sql<string | null>`cast(null as text)`,
  hundredths: sql<number | null>`cast(null as integer)`,
  amount: sql<number | null>`cast(null as integer)`,
  tags: sql<string | null>`cast(null as text)`,
};

/** Counts over the rows of a figure: the same query that shows them. */
export async function countRows(db: Db, rows: Rows): Promise<FigureCount> {
  const count = await db
    .selectFrom(rows.as('row'))
    .select((of) => [
      of.fn.countAll<number>().as('all'),
      of.fn.sum<number | null>('row.counted').as('counted'),
    ])
    .executeTakeFirstOrThrow();
  const denominator = Number(count.all);
  return { numerator: Number(count.counted ?? 0), denominator, due: denominator };
}

/** Adds up what the rows of a figure hold: people reached, or hundredths of hours. */
export async function addRows(db: Db, rows: Rows, column: 'amount' | 'hundredths'): Promise<FigureCount> {
  const count = await db
    .selectFrom(rows.as('row'))
    .where('row.counted', '=', 1)
    .select((of) => [of.fn.countAll<number>().as('all'), of.fn.sum<number | null>(`row.${column}`).as('sum')])
    .executeTakeFirstOrThrow();
  const denominator = Number(count.all);
  return { numerator: Number(count.sum ?? 0), denominator, due: denominator };
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
  return found.map(shownRow);
}

/** All rows of a figure, in no order. */
export async function allRows(db: Db, rows: Rows): Promise<FigureRow[]> {
  return (await db.selectFrom(rows.as('row')).selectAll().execute()).map(shownRow);
}

/** A row as it is shown. */
function shownRow(row: Row): FigureRow {
  return {
    id: row.id,
    title: row.title,
    unitName: row.unit_name,
    day: row.day,
    hundredths: row.hundredths === null ? null : Number(row.hundredths),
    amount: row.amount === null ? null : Number(row.amount),
    tags: row.tags,
    counted: Number(row.counted),
  };
}
