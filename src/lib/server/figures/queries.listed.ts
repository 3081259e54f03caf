import type { FigureScope } from '#lib/domain/figures/figure.ts';
import type { Db } from '../db/index.ts';

/** People of the saved list of which the scope speaks alone. */
export function listed(db: Db, { selectionId }: FigureScope) {
  return db
    .selectFrom('selection_person')
    .select('selection_person.person_id')
    .where('selection_person.selection_id', '=', selectionId ?? '');
}
