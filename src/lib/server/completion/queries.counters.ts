import type { Db } from '../db/index.ts';

/** Counters to add up: of which units, in which year, of the leadership group (1) or of everybody (0). */
export interface CounterScope {
  unitIds: string[];
  planYear: number;
  leadership: 0 | 1;
}

/** Counters of units by requirement, the sixteen slots added up. */
export function countersOf(db: Db, { unitIds, planYear, leadership }: CounterScope) {
  return db
    .selectFrom('unit_counter')
    .where('unit_id', 'in', unitIds)
    .where('plan_year', '=', planYear)
    .where('leadership', '=', leadership)
    .select((of) => [
      'unit_id',
      'requirement_id',
      of.fn.sum<number>('due').as('due'),
      of.fn.sum<number>('exempt').as('exempt'),
      of.fn.sum<number>('reached').as('reached'),
      of.fn.sum<number>('present').as('present'),
      of.fn.sum<number>('passed').as('passed'),
      of.fn.sum<number>('excellent').as('excellent'),
      of.fn.sum<number>('present_main').as('present_main'),
      of.fn.sum<number>('passed_main').as('passed_main'),
      of.fn.sum<number>('excellent_main').as('excellent_main'),
    ])
    .groupBy(['unit_id', 'requirement_id']);
}
