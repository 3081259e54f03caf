import type { Step } from './step.ts';

/** A lesson opened by the server for a person, its spans of reading and the place where he stopped. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('opening')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('lesson_id', 'text', (column) => column.notNull().references('lesson.id'))
    .addColumn('lesson_version_id', 'text', (column) => column.notNull().references('lesson_version.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('opening_ordinal', ['person_id', 'lesson_id', 'ordinal'])
    .execute();
  await step.db.schema.createIndex('opening_lesson').on('opening').column('lesson_id').execute();
  await step
    .createTable('reading_span')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('opening_id', 'text', (column) => column.notNull().references('opening.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('last_sign_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('reading_span_person')
    .on('reading_span')
    .columns(['person_id', 'started_at', 'id'])
    .execute();
  await step.db.schema.createIndex('reading_span_opening').on('reading_span').column('opening_id').execute();
  await step
    .createTable('reading_place')
    .addColumn('opening_id', 'text', (column) => column.primaryKey().references('opening.id'))
    .addColumn('paragraph', 'integer', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .execute();
}
