import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('waiver')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('requirement_id', 'text', (column) => column.notNull().references('requirement.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('ground', 'text', (column) => column.notNull())
    .addColumn('released_hundredths', 'integer')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.references('file.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('live', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('decided_reason', 'text')
    .addUniqueConstraint('waiver_live', ['person_id', 'requirement_id', 'live'])
    .execute();
  await step.db.schema.createIndex('waiver_year').on('waiver').columns(['plan_year', 'status']).execute();
}
