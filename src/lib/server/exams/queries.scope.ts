import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { isWithin } from '../db/index.ts';

/** Candidates (joined as `candidate`) whose unit lies at or below one of these units; all for null. */
export function candidateUnitsWithin(within: readonly string[] | null): RawBuilder<SqlBool> {
  return isWithin(sql<string>`candidate.unit_id`, within);
}
