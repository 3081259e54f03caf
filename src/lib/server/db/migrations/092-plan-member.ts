import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('plan_member')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addPrimaryKeyConstraint('plan_member_key', ['plan_id', 'person_id', 'valid_from'])
    .execute();
  await step.db.schema
    .createIndex('plan_member_person')
    .on('plan_member')
    .columns(['person_id', 'valid_to'])
    .execute();
}
