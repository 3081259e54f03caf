import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';

/** Reversals that are not the exact negative, in the same ledger, year and person, of what they reverse. */
export function faultyReversals(db: Db) {
  return db
    .selectFrom('hour_entry as back')
    .leftJoin('hour_entry as entry', 'entry.id', 'back.reverses')
    .where('back.reverses', 'is not', null)
    .where(
      sql<SqlBool>`(entry.id is null or entry.person_id <> back.person_id or entry.ledger <> back.ledger
        or entry.plan_year <> back.plan_year or coalesce(entry.seconds, 0) + coalesce(back.seconds, 0) <> 0
        or coalesce(entry.hundredths, 0) + coalesce(back.hundredths, 0) <> 0)`,
    )
    .select([
      'back.id',
      'back.reverses',
      'back.seconds',
      'back.hundredths',
      'entry.seconds as entry_seconds',
      'entry.hundredths as entry_hundredths',
    ])
    .orderBy('back.id');
}
