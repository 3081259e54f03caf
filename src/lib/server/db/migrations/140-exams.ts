import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('exam')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('blueprint_id', 'text', (column) => column.notNull().references('blueprint.id'))
    .addColumn('roster_on', 'text', (column) => column.notNull())
    .addColumn('duration_seconds', 'integer', (column) => column.notNull())
    .addColumn('attempts_allowed', 'integer', (column) => column.notNull())
    .addColumn('pass_hundredths', 'integer', (column) => column.notNull())
    .addColumn('excellent_hundredths', 'integer', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text')
    .execute();
  await step.db.schema.createIndex('exam_unit').on('exam').columns(['unit_id', 'plan_year']).execute();
  await step.db.schema.createIndex('exam_plan_year').on('exam').columns(['plan_year', 'status']).execute();
  // Rows and pool as they stood when the exam was published: every draw can be repeated from it and a seed.
  await step
    .createTable('exam_paper')
    .addColumn('exam_id', 'text', (column) => column.primaryKey().references('exam.id'))
    .addColumn('half_for_subset', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
  await step
    .createTable('sitting')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'text', (column) => column.notNull())
    .addColumn('closes_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('sitting_exam_kind', ['exam_id', 'kind'])
    .execute();
  await step
    .createTable('exam_candidate')
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('added_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('exam_candidate_key', ['exam_id', 'person_id'])
    .execute();
  await step.db.schema
    .createIndex('exam_candidate_person')
    .on('exam_candidate')
    .column('person_id')
    .execute();
  await step.db.schema
    .createIndex('exam_candidate_unit')
    .on('exam_candidate')
    .columns(['exam_id', 'unit_id'])
    .execute();
}
