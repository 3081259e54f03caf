import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

type Holder = 'certificate' | 'certificate_request';

/** What both records have of the open years. */
export function ofBoth(db: Db, table: Holder, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom(table)
    .select(['id', 'person_id', 'kind', 'plan_year', 'status'])
    .where('person_id', 'in', [keptId, goneId])
    .where('plan_year', 'in', planYears)
    .orderBy('id');
}

export interface Gift {
  id: string;
  personId: string;
  /** The key under which it is in force, or waits; null where it is or does no more. */
  key: string | null;
}

export function giveCertificate(db: Db, { id, personId, key }: Gift) {
  return db.updateTable('certificate').set({ person_id: personId, force_key: key }).where('id', '=', id);
}

export function giveRequest(db: Db, { id, personId, key }: Gift) {
  return db
    .updateTable('certificate_request')
    .set({ person_id: personId, open_key: key })
    .where('id', '=', id);
}

/** What the key of a row is made of, and whether it holds one. */
export function holderRow(db: Db, table: Holder, id: string) {
  return db.selectFrom(table).select(['kind', 'plan_year', 'status']).where('id', '=', id);
}
