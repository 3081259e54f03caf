import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';

/** Records that stand, of imports that are through, without a standing entry of the same person, year and worth. */
export function recordsWithoutEntry(db: Db) {
  return db
    .selectFrom('outside_record as record')
    .innerJoin('import_batch as batch', 'batch.id', 'record.import_id')
    .select(['record.id', 'record.title', 'record.hundredths'])
    .where('record.returned', '=', '')
    .where('batch.state', '=', 'done')
    .where('batch.settled_at', 'is not', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('hour_entry as entry')
            .leftJoin('hour_entry as back', 'back.reverses', 'entry.id')
            .select('entry.id')
            .where('entry.source_kind', '=', 'import')
            .where('entry.reverses', 'is', null)
            .where('back.id', 'is', null)
            .whereRef('entry.source_id', '=', 'record.id')
            .whereRef('entry.person_id', '=', 'record.person_id')
            .whereRef('entry.ledger', '=', 'record.ledger')
            .whereRef('entry.plan_year', '=', 'record.plan_year')
            .where(sql<SqlBool>`entry.hundredths + coalesce(entry.cut, 0) = record.hundredths`),
        ),
      ),
    )
    .orderBy('record.id');
}

/** Entries of imports that stand without a record that does. */
export function entriesWithoutRecord(db: Db) {
  return db
    .selectFrom('hour_entry as entry')
    .leftJoin('hour_entry as back', 'back.reverses', 'entry.id')
    .leftJoin('outside_record as record', (join) =>
      join.onRef('record.id', '=', 'entry.source_id').on('record.returned', '=', ''),
    )
    .select(['entry.id', 'entry.hundredths'])
    .where('entry.source_kind', '=', 'import')
    .where('entry.reverses', 'is', null)
    .where('back.id', 'is', null)
    .where('record.id', 'is', null)
    .orderBy('entry.id');
}
