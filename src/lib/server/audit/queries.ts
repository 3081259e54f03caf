import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function insertEntry(db: Db, entry: Insertable<Tables['audit_entry']>) {
  return db.insertInto('audit_entry').values(entry);
}

/** Entries that no seal covers yet, in the order of their making. */
export function unsealedEntries(db: Db, most: number) {
  return db
    .selectFrom('audit_entry')
    .select(['id', 'mac'])
    .where('seal_number', 'is', null)
    .orderBy('id')
    .limit(most);
}

export function lastSeal(db: Db) {
  return db.selectFrom('audit_seal').selectAll().orderBy('number', 'desc').limit(1);
}

export function insertSeal(db: Db, seal: Insertable<Tables['audit_seal']>) {
  return db.insertInto('audit_seal').values(seal);
}

/** Puts an entry under a seal, once. */
export function placeUnderSeal(db: Db, id: string, number: number, position: number) {
  return db
    .updateTable('audit_entry')
    .set({ seal_number: number, position })
    .where('id', '=', id)
    .where('seal_number', 'is', null);
}

export function allSeals(db: Db) {
  return db.selectFrom('audit_seal').selectAll().orderBy('number');
}

export function entriesUnder(db: Db, number: number) {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seal_number', '=', number)
    .orderBy('position')
    .orderBy('id');
}

/** Unsealed entries whole, for verification. */
export function looseEntries(db: Db) {
  return db.selectFrom('audit_entry').selectAll().where('seal_number', 'is', null).orderBy('id');
}

/** Entries that name a seal which does not exist. */
export function strayEntries(db: Db) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('audit_seal', 'audit_seal.number', 'audit_entry.seal_number')
    .select(['audit_entry.id', 'audit_entry.seal_number'])
    .where('audit_entry.seal_number', 'is not', null)
    .where('audit_seal.number', 'is', null)
    .orderBy('audit_entry.id');
}
