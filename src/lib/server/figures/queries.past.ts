import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { candidates } from './queries.candidates.ts';
import { unitNameOn } from './queries.unit.ts';
import { officers } from './queries.officers.ts';

/** People of a unit and all below it, counted from dated rows as they stood on a day. */
export interface PastCounts {
  unitId: string;
  name: string;
  exam: { due: number; present: number; passed: number; excellent: number };
  hours: { due: number; reached: number };
}

/** A unit and those directly below it on the scope's day, each recounted; the unit itself comes first. */
export async function pastCounts(db: Db, scope: FigureScope): Promise<PastCounts[]> {
  const found = await unitsOn(db, scope).execute();
  const counted: PastCounts[] = [];
  for (const { id, name } of found) counted.push({ unitId: id, name, ...(await countsOf(db, id, scope)) });
  return counted;
}

/** The unit and its children of that day, in the order set for them. */
export function unitsOn(db: Db, { unitId, asOf }: Pick<FigureScope, 'unitId' | 'asOf'>) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('unit', 'unit.id', 'unit_closure.unit_id')
    .where('unit_closure.ancestor_id', '=', unitId)
    .where('unit_closure.depth', '<=', 1)
    .where('unit_closure.valid_from', '<=', asOf)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= ${asOf})`)
    .select(['unit.id', unitNameOn(asOf).as('name')])
    .orderBy('unit_closure.depth')
    .orderBy('unit.sort_order')
    .orderBy('unit.id');
}

/** 应考, 实考, 合格, 优秀 of a unit. */
export function examCounts(db: Db, scope: FigureScope) {
  return db
    .selectFrom(candidates(db, scope).as('candidate'))
    .select((of) => [
      of.fn.countAll<number>().as('due'),
      of.fn.sum<number | null>('present').as('present'),
      of.fn.sum<number | null>('passed').as('passed'),
      of.fn.sum<number | null>('excellent').as('excellent'),
    ]);
}

/** Who has hours to reach in a unit, and who reached them. */
export function hoursCounts(db: Db, scope: FigureScope) {
  return db
    .selectFrom(officers(db, scope).as('officer'))
    .select((of) => [of.fn.countAll<number>().as('due'), of.fn.sum<number | null>('reached').as('reached')]);
}

async function countsOf(
  db: Db,
  unitId: string,
  scope: FigureScope,
): Promise<Pick<PastCounts, 'exam' | 'hours'>> {
  const exam = await examCounts(db, { ...scope, unitId }).executeTakeFirstOrThrow();
  const hours = await hoursCounts(db, { ...scope, unitId }).executeTakeFirstOrThrow();
  return {
    exam: {
      due: Number(exam.due),
      present: Number(exam.present ?? 0),
      passed: Number(exam.passed ?? 0),
      excellent: Number(exam.excellent ?? 0),
    },
    hours: { due: Number(hours.due), reached: Number(hours.reached ?? 0) },
  };
}
