import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { unitLabel, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertSelection(db: Db, row: Insertable<Tables['selection']>) {
  return db.insertInto('selection').values(row);
}

export function insertSelected(db: Db, rows: readonly Tables['selection_person'][]) {
  return db
    .insertInto('selection_person')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing());
}

export function removeSelected(db: Db, asked: { id: string; personIds: readonly string[] }) {
  return db
    .deleteFrom('selection_person')
    .where('selection_id', '=', asked.id)
    .where('person_id', 'in', asked.personIds);
}

export function selectionById(db: Db, id: string) {
  return db
    .selectFrom('selection')
    .innerJoin('unit', 'unit.id', 'selection.unit_id')
    .selectAll('selection')
    .select(unitLabel.as('unit_name'))
    .where('selection.id', '=', id);
}

/** Closes a list once; numUpdatedRows is 0 for one already closed. */
export function closeSelectionRow(db: Db, asked: { id: string; at: string }) {
  return db
    .updateTable('selection')
    .set({ closed_at: asked.at })
    .where('id', '=', asked.id)
    .where('closed_at', 'is', null);
}

/** Lists kept by units within reach, the latest first, with how many people they hold. */
export function selectionsOf(db: Db, asked: { unitIds: readonly string[]; day: Day }) {
  return db
    .selectFrom('selection')
    .innerJoin('unit', 'unit.id', 'selection.unit_id')
    .selectAll('selection')
    .select(unitLabel.as('unit_name'))
    .select((list) =>
      list
        .selectFrom('selection_person')
        .whereRef('selection_person.selection_id', '=', 'selection.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('people'),
    )
    .where('selection.unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day))
    .orderBy('selection.created_at', 'desc')
    .orderBy('selection.id');
}

export interface AboutAsk {
  unitId: string;
  /** The unit and all above it. */
  unitPath: readonly string[];
  day: Day;
}

/** Open lists that are kept by a unit, one above it or one below it, by name. */
export function selectionsAbout(db: Db, { unitId, unitPath, day }: AboutAsk) {
  return db
    .selectFrom('selection')
    .select(['id', 'name', 'held_on'])
    .where('closed_at', 'is', null)
    .where((list) =>
      list.or([
        list('unit_id', 'in', [unitId, ...unitPath]),
        list('unit_id', 'in', unitsBelow(db, [unitId], day)),
      ]),
    )
    .orderBy('name')
    .orderBy('held_on')
    .orderBy('id')
    .limit(200);
}

/** The people of a list in the order of names. */
export function selectedPeople(db: Db, selectionId: string) {
  return db
    .selectFrom('selection_person')
    .innerJoin('person', 'person.id', 'selection_person.person_id')
    .select(['person.id', 'person.name'])
    .where('selection_person.selection_id', '=', selectionId)
    .orderBy('person.name_key')
    .orderBy('person.id');
}
