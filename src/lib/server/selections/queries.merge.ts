import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

/** Open lists on which the gone record stands and the kept one does not. */
export function listsToJoin(db: Db, { keptId, goneId }: Omit<Merging, 'planYears'>) {
  return db
    .selectFrom('selection_person')
    .innerJoin('selection', 'selection.id', 'selection_person.selection_id')
    .select('selection_person.selection_id')
    .where('selection_person.person_id', '=', goneId)
    .where('selection.closed_at', 'is', null)
    .where('selection_person.selection_id', 'not in', (own) =>
      own.selectFrom('selection_person').select('selection_id').where('person_id', '=', keptId),
    )
    .orderBy('selection_person.selection_id');
}
