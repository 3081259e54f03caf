import { sql } from 'kysely';
import type { Step } from './step.ts';

/** People of a unit are found by the unit in which their post counts, whatever else the installation holds. */
export async function up(step: Step): Promise<void> {
  await step.db.schema
    .createIndex('post_counting_unit')
    .on('post')
    .expression(
      sql`cast(case when counted_in = 'work' then coalesce(work_unit_id, home_unit_id) else home_unit_id end as text)`,
    )
    .execute();
}
