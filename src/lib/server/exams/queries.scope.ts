import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * Candidates (joined as `candidate`) whose unit lies at or below one of these units in the tree as it stands open;
 * all for null.
 */
export function candidateUnitsWithin(within: readonly string[] | null): RawBuilder<SqlBool> {
  if (within === null) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`exists (
    select 1 from unit_closure as reach
    where reach.unit_id = candidate.unit_id
      and reach.ancestor_id in (${sql.join(within)})
      and reach.valid_to is null
  )`;
}
