import type { Step } from './step.ts';

/** What was assigned to whom: a module, a selection, or a unit whose membership it follows. */
export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema.alterTable('assignment').addColumn('module_id', 'text').execute();
  await schema.alterTable('assignment').addColumn('selection_id', 'text').execute();
  await schema
    .alterTable('assignment')
    .addColumn('follows_unit', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('assignment_target').addColumn('added_on', 'text').execute();
  await schema.alterTable('assignment_target').addColumn('left_on', 'text').execute();
  await schema
    .createIndex('assignment_following')
    .on('assignment')
    .columns(['follows_unit', 'due_on'])
    .execute();
}
