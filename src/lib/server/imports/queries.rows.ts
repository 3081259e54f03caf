import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function insertRows(db: Db, rows: readonly Insertable<Tables['import_row']>[]) {
  return db.insertInto('import_row').values(rows);
}

export interface RowsAsk {
  batchId: string;
  step: string;
  actions: readonly string[];
  after: number;
  limit: number;
}

/** Rows of a batch that stand at a step, in the order of the file; one step, so that the index is in their order. */
export function rowsAt(db: Db, asked: RowsAsk) {
  return db
    .selectFrom('import_row')
    .selectAll()
    .where('batch_id', '=', asked.batchId)
    .where('step', '=', asked.step)
    .where('action', 'in', asked.actions)
    .where('row_number', '>', asked.after)
    .orderBy('row_number')
    .limit(asked.limit);
}

export interface StepAsk {
  batchId: string;
  rows: readonly number[];
  from: readonly string[];
}

/** Whether a batch changes or ends something of which another has rows that are not through. */
export function sharedRow(db: Db, { batchId, otherId }: { batchId: string; otherId: string }) {
  return db
    .selectFrom('import_row as own')
    .innerJoin('import_row as other', 'other.person_id', 'own.person_id')
    .select('own.row_number')
    .where('own.batch_id', '=', batchId)
    .where('own.action', 'in', ['change', 'end'])
    .where('other.batch_id', '=', otherId)
    .where('other.step', '!=', 'settled')
    .limit(1);
}

/** Rows whose new thing is written, which nobody sees before the batch is done. */
export function markInserted(db: Db, asked: StepAsk) {
  return db
    .updateTable('import_row')
    .set({ step: 'inserted' })
    .where('batch_id', '=', asked.batchId)
    .where('row_number', 'in', asked.rows)
    .where('step', 'in', asked.from);
}

/** Rows that are through; what they asked for is forgotten. */
export function markSettled(db: Db, asked: StepAsk) {
  return db
    .updateTable('import_row')
    .set({ step: 'settled', payload_cipher: null })
    .where('batch_id', '=', asked.batchId)
    .where('row_number', 'in', asked.rows)
    .where('step', 'in', asked.from);
}

export function rowNumbers(db: Db, asked: { batchId: string; limit: number }) {
  return db
    .selectFrom('import_row')
    .select('row_number')
    .where('batch_id', '=', asked.batchId)
    .orderBy('row_number')
    .limit(asked.limit);
}

/** Forgets rows up to a number. */
export function deleteRows(db: Db, asked: { batchId: string; upTo: number }) {
  return db
    .deleteFrom('import_row')
    .where('batch_id', '=', asked.batchId)
    .where('row_number', '<=', asked.upTo);
}
