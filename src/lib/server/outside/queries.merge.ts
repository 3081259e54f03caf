import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

/** Records of the open years of the gone one that stand, each with whether the kept one has the same. */
export function recordsToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('outside_record as own')
    .leftJoin('outside_record as twin', (join) =>
      join
        .onRef('twin.ledger', '=', 'own.ledger')
        .onRef('twin.mark', '=', 'own.mark')
        .on('twin.person_id', '=', keptId)
        .on('twin.returned', '=', ''),
    )
    .select(['own.id', 'own.plan_year', 'twin.id as twin_id'])
    .where('own.person_id', '=', goneId)
    .where('own.plan_year', 'in', planYears)
    .where('own.returned', '=', '')
    .orderBy('own.id');
}

export function giveRecord(db: Db, { id, personId }: { id: string; personId: string }) {
  return db.updateTable('outside_record').set({ person_id: personId }).where('id', '=', id);
}

/** A record that was taken back because of a merge stands again; numUpdatedRows is 0 when it was by something else. */
export function standAgain(db: Db, { id, reason }: { id: string; reason: string }) {
  return db
    .updateTable('outside_record')
    .set({ returned: '', returned_at: null, returned_reason: null })
    .where('id', '=', id)
    .where('returned_reason', '=', reason);
}
