import { sql } from 'kysely';
import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('hour_entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('source_kind', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('seconds', 'integer')
    .addColumn('hundredths', 'integer')
    .addColumn('rule_id', 'text', (column) => column.references('hour_rule.id'))
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('reverses', 'text', (column) => column.unique().references('hour_entry.id'))
    .addColumn('reason', 'text')
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('hour_entry_once', [
      'ledger',
      'person_id',
      'plan_year',
      'source_kind',
      'source_id',
      'revision',
    ])
    .addCheckConstraint('hour_entry_one_measure', sql`(seconds is null) <> (hundredths is null)`)
    .execute();
  await step.db.schema
    .createIndex('hour_entry_person')
    .on('hour_entry')
    .columns(['person_id', 'plan_year', 'ledger'])
    .execute();
}
