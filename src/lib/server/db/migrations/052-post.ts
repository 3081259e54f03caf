import type { Step } from './step.ts';

/** A person's posts and their classes by date; on any day at most one post of a person is principal. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('post')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('home_unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('work_unit_id', 'text', (column) => column.references('unit.id'))
    .addColumn('title', 'text')
    .addColumn('level_code', 'text')
    .addColumn('rank_code', 'text')
    .addColumn('staff_kind', 'text')
    .addColumn('is_principal', 'integer', (column) => column.notNull())
    .addColumn('counted_in', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('batch_id', 'text', (column) => column.references('import_batch.id'))
    .execute();
  const { schema } = step.db;
  await schema
    .createIndex('post_person')
    .on('post')
    .columns(['person_id', 'is_principal', 'valid_from'])
    .execute();
  await schema.createIndex('post_home_unit').on('post').columns(['home_unit_id', 'is_principal']).execute();
  await schema.createIndex('post_work_unit').on('post').columns(['work_unit_id', 'is_principal']).execute();
  await schema.createIndex('post_batch').on('post').column('batch_id').execute();
  await step
    .createTable('post_class')
    .addColumn('post_id', 'text', (column) => column.notNull().references('post.id'))
    .addColumn('class_code', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addPrimaryKeyConstraint('post_class_key', ['post_id', 'class_code', 'valid_from'])
    .execute();
  await schema.createIndex('post_class_code').on('post_class').column('class_code').execute();
}
