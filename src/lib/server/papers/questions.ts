import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { BlueprintRow, Candidate } from '#lib/domain/papers/blueprint.ts';
import * as bank from '../bank/index.ts';
import type { Db } from '../db/index.ts';
import * as units from '../units/index.ts';
import * as queries from './queries.ts';
import { blueprintRowOf } from './rows.ts';

export interface Blueprint {
  id: string;
  unitId: string;
  unitPath: string[];
  title: string;
  /** 多选: a correct subset earns half. */
  halfForSubset: boolean;
  rows: BlueprintRow[];
}

/** A blueprint with its rows; `notFound` when there is none of that id. */
export async function blueprintOrThrow(db: Db, id: string): Promise<Blueprint> {
  const found = await queries
    .blueprintById(db, id)
    .executeTakeFirstOrThrow(
      () => new DomainError('notFound', '没有找到这份组卷方案，或者它不在您的管理范围内。'),
    );
  const rows = await queries.rowsOf(db, id).execute();
  return {
    id,
    unitId: found.unit_id,
    unitPath: await units.pathOf(db, found.unit_id),
    title: found.title,
    halfForSubset: found.half_for_subset === 1,
    rows: rows.map(blueprintRowOf),
  };
}

/** What a draw chooses from on a day: published questions of the pool `exam`, no text, no key. */
export function poolOn(db: Db, day: Day): Promise<Candidate[]> {
  return bank.candidates(db, { pool: 'exam', day });
}
