import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

/** Entries of the gone record that stand, of sources from which the kept one has nothing in the year. */
export function entriesToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
    .selectAll('hour_entry')
    .where('hour_entry.person_id', '=', goneId)
    .where('hour_entry.plan_year', 'in', planYears)
    .where('hour_entry.reverses', 'is', null)
    .where('back.id', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('hour_entry as own')
            .leftJoin('hour_entry as undone', 'undone.reverses', 'own.id')
            .select('own.id')
            .where('own.person_id', '=', keptId)
            .where('own.reverses', 'is', null)
            .where('undone.id', 'is', null)
            .whereRef('own.ledger', '=', 'hour_entry.ledger')
            .whereRef('own.plan_year', '=', 'hour_entry.plan_year')
            .whereRef('own.source_kind', '=', 'hour_entry.source_kind')
            .whereRef('own.source_id', '=', 'hour_entry.source_id'),
        ),
      ),
    )
    .orderBy('hour_entry.id');
}

/** The entry of the kept record that stands for one that went over. */
export function standingCopy(db: Db, asked: { personId: string; entryId: string }) {
  return db
    .selectFrom('hour_entry as was')
    .innerJoin('hour_entry', (join) =>
      join
        .onRef('hour_entry.ledger', '=', 'was.ledger')
        .onRef('hour_entry.plan_year', '=', 'was.plan_year')
        .onRef('hour_entry.source_kind', '=', 'was.source_kind')
        .onRef('hour_entry.source_id', '=', 'was.source_id'),
    )
    .leftJoin('hour_entry as back', 'back.reverses', 'hour_entry.id')
    .selectAll('hour_entry')
    .where('was.id', '=', asked.entryId)
    .where('hour_entry.person_id', '=', asked.personId)
    .where('hour_entry.reverses', 'is', null)
    .where('back.id', 'is', null);
}

/** Claims of the open years. */
export function claimsToMove(db: Db, asked: { goneId: string; planYears: readonly number[] }) {
  return db
    .selectFrom('claim')
    .select('id')
    .where('person_id', '=', asked.goneId)
    .where('plan_year', 'in', asked.planYears)
    .orderBy('id');
}

export function giveClaim(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('claim').set({ person_id: asked.personId }).where('id', '=', asked.id);
}
