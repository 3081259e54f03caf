import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('standing')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('requirement_id', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('unit_path', 'text', (column) => column.notNull())
    .addColumn('leadership', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('present', 'integer', (column) => column.notNull())
    .addColumn('passed', 'integer', (column) => column.notNull())
    .addColumn('excellent', 'integer', (column) => column.notNull())
    .addColumn('present_main', 'integer', (column) => column.notNull())
    .addColumn('passed_main', 'integer', (column) => column.notNull())
    .addColumn('excellent_main', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('standing_key', ['person_id', 'plan_year', 'requirement_id'])
    .execute();
  await step.db.schema
    .createIndex('standing_unit')
    .on('standing')
    .columns(['unit_id', 'plan_year', 'requirement_id'])
    .execute();
  await step
    .createTable('standing_turn')
    .addColumn('person_id', 'text', (column) => column.primaryKey().references('person.id'))
    .addColumn('turn', 'integer', (column) => column.notNull())
    .execute();
}
