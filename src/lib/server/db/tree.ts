import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from './schema/index.ts';

/** Units at and below some units in the tree of a day, as a subquery of ids. */
export function unitsBelow(db: Db, unitIds: readonly string[], day: Day) {
  return db
    .selectFrom('unit_closure')
    .select('unit_closure.unit_id')
    .where('unit_closure.ancestor_id', 'in', unitIds)
    .where('unit_closure.valid_from', '<=', day)
    .where((or) => or.or([or('unit_closure.valid_to', 'is', null), or('unit_closure.valid_to', '>=', day)]));
}

/** SQL: true where `unit` lies at or below one of these units in the tree as it stands open; everywhere for null. */
export function isWithin(unit: RawBuilder<string>, within: readonly string[] | null): RawBuilder<SqlBool> {
  if (within === null) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`exists (
    select 1 from unit_closure as reach
    where reach.unit_id = ${unit}
      and reach.ancestor_id in (${sql.join(within)})
      and reach.valid_to is null
  )`;
}

/**
 * SQL: the name of the surrounding `unit`, behind that of the unit above it where another unit of today bears the same
 * (`司法局 · 综合执法队`): in a list across units a bare name must not mean two.
 */
export const unitLabel = sql<string>`(case
  when exists (
    select 1 from unit as twin where twin.name = unit.name and twin.id <> unit.id and twin.valid_to is null
  ) then coalesce((select above.name || ' · ' from unit as above where above.id = unit.parent_id), '') || unit.name
  else unit.name end)`;
