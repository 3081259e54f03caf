import type { AsideKind } from '#lib/domain/figures/aside.ts';
import type { FigureRow, FigureScope } from '#lib/domain/figures/figure.ts';
import { sql, type AliasableExpression } from 'kysely';
import type { Db } from '../db/index.ts';
import { candidates, exempted } from './queries.candidates.ts';
import { empty, pageRows, type Rows } from './queries.figure.ts';
import { released } from './queries.officers.ts';

export interface AsideAsk {
  scope: FigureScope;
  kind: AsideKind;
}

function deferred(db: Db, scope: FigureScope) {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .where('candidate.said', '=', '缓考')
    .select(['candidate.id', 'candidate.title', 'candidate.sorted_by', 'candidate.unit_name']);
}

/** People named as a figure's rows name them. */
type People = AliasableExpression<Pick<FigureRow, 'id' | 'title'> & { sorted_by: string; unit_name: string }>;

const peopleBeside: Record<AsideKind, (db: Db, scope: FigureScope) => People> = {
  exempt: exempted,
  defer: deferred,
  waived: released,
};

/** People who stand beside the denominator; each once. */
export function population(db: Db, { scope, kind }: AsideAsk): Rows {
  return db
    .selectFrom(peopleBeside[kind](db, scope).as('person'))
    .select(['id', 'title', 'sorted_by', 'unit_name'])
    .select([empty.day.as('day'), empty.hundredths.as('hundredths'), empty.amount.as('amount')])
    .select([empty.tags.as('tags'), sql<number>`1`.as('counted')]);
}

/** How many they are: over the rows that are shown. */
export async function value(db: Db, asked: AsideAsk): Promise<number> {
  const { total } = await db
    .selectFrom(population(db, asked).as('row'))
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

export function rows(db: Db, asked: AsideAsk & { page: number; pageSize: number }): Promise<FigureRow[]> {
  const { scope, page, pageSize } = asked;
  return pageRows(db, population(db, asked), { scope, part: 'all', page, pageSize });
}
