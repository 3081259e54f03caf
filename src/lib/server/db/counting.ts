import { sql } from 'kysely';

/**
 * SQL: the unit in which `post` counts, its home unit or its work unit where the post says so; as the index
 * `post_counting_unit` has it, so that the people of a unit are found by the unit.
 */
export const countingUnit = sql<string>`cast(case when post.counted_in = 'work' then coalesce(post.work_unit_id, post.home_unit_id) else post.home_unit_id end as text)`;
