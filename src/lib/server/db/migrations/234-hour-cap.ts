import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema.alterTable('hour_rule').addColumn('cap_hundredths', 'integer').execute();
  await schema.alterTable('hour_entry').addColumn('cut', 'integer').execute();
  await step
    .createTable('hour_turn')
    .addColumn('person_id', 'text', (column) => column.primaryKey().references('person.id'))
    .addColumn('turn', 'integer', (column) => column.notNull())
    .execute();
  await step
    .createTable('carry_run')
    .addColumn('plan_year', 'integer', (column) => column.primaryKey())
    .addColumn('after_person_id', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .execute();
}
