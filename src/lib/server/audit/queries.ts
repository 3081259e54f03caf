import type { Insertable } from 'kysely';
import type { Instant } from '#lib/domain/shared/time.ts';
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

/** The oldest seals that were all made before a moment. */
export function sealsBefore(db: Db, moment: Instant, most: number) {
  return db
    .selectFrom('audit_seal')
    .selectAll()
    .where('sealed_at', '<', moment)
    .orderBy('number')
    .limit(most);
}

export function insertCut(db: Db, cut: Insertable<Tables['audit_cut']>) {
  return db.insertInto('audit_cut').values(cut);
}

export function lastCut(db: Db) {
  return db.selectFrom('audit_cut').selectAll().orderBy('last_number', 'desc').limit(1);
}

/** Removes the entries under seals up to a number, which lie in a file. */
export function deleteSealed(db: Db, lastNumber: number) {
  return db.deleteFrom('audit_entry').where('seal_number', '<=', lastNumber);
}

export function deleteSeals(db: Db, lastNumber: number) {
  return db.deleteFrom('audit_seal').where('number', '<=', lastNumber);
}

/** The last look of somebody at a person through one verb since a moment. */
export function lookSince(db: Db, look: { actorId: string; verb: string; personId: string; since: Instant }) {
  return db
    .selectFrom('audit_entry')
    .select('id')
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', look.personId)
    .where('actor_id', '=', look.actorId)
    .where('verb', '=', look.verb)
    .where('at', '>=', look.since)
    .limit(1);
}
