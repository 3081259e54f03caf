import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import type { FigureModule, Rows } from './queries.figure.ts';

/** How many rows several figures of events have, by their keys; runs away from the answering thread. */
export async function heldByFigure(
  db: Db,
  { scope, keys }: { scope: FigureScope; keys: readonly string[] },
): Promise<Record<string, number>> {
  const held: Record<string, number> = {};
  for (const key of keys) {
    const { population } = (await import(`./queries.${key}.ts`)) as FigureModule;
    held[key] = Number((await countOf(db, population(db, scope)).executeTakeFirstOrThrow()).held);
  }
  return held;
}

export function countOf(db: Db, rows: Rows) {
  return db.selectFrom(rows.as('row')).select((of) => of.fn.countAll<number>().as('held'));
}

/** Of which unit's year. */
interface OfYear {
  unitId: string;
  planYear: number;
}

export function targetsOf(db: Db, { unitId, planYear }: OfYear) {
  return db
    .selectFrom('report_target')
    .select(['figure', 'target'])
    .where('unit_id', '=', unitId)
    .where('plan_year', '=', planYear);
}

export function setTargetRow(db: Db, row: Insertable<Tables['report_target']>) {
  return db
    .insertInto('report_target')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'plan_year', 'figure'])
        .doUpdateSet({ target: row.target, set_by: row.set_by, set_at: row.set_at }),
    );
}
