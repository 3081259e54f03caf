import type { Step } from './step.ts';

/** A unit's yearly report, the order of its sections and every revision of its sentences. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('report')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('report_of_year', ['unit_id', 'plan_year'])
    .execute();
  await step
    .createTable('report_section')
    .addColumn('report_id', 'text', (column) => column.notNull().references('report.id'))
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('sort_order', 'integer', (column) => column.notNull())
    .addColumn('is_omitted', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_section_key', ['report_id', 'section'])
    .execute();
  await step
    .createTable('report_sentence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().references('report.id'))
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('confirmed', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_by_name', 'text', (column) => column.notNull())
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('report_sentence_revision', ['report_id', 'place', 'revision'])
    .execute();
}
