import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

export function portals(db: Db) {
  return db.selectFrom('portal').selectAll().orderBy('name').orderBy('id');
}

export function portalById(db: Db, id: string) {
  return db.selectFrom('portal').selectAll().where('id', '=', id);
}

/** Writes a portal whole; a secret that is not given anew stays. */
export function putPortal(db: Db, row: Insertable<Tables['portal']>) {
  const { id: _id, secret_cipher, ...rest } = row;
  const changes = secret_cipher ? { ...rest, secret_cipher } : rest;
  return db
    .insertInto('portal')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes));
}

/** The account that a subject of a portal is bound to. */
export function accountLinked(db: Db, portalId: string, subject: string) {
  return db
    .selectFrom('portal_link')
    .innerJoin('account', 'account.id', 'portal_link.account_id')
    .select(['account.id', 'account.person_id', 'account.login', 'account.state', 'account.password_set_at'])
    .where('portal_link.portal_id', '=', portalId)
    .where('portal_link.subject', '=', subject);
}

/** Binds a subject to an account; no row is written when either is bound within the portal already. */
export function insertLink(db: Db, row: Insertable<Tables['portal_link']>) {
  return db
    .insertInto('portal_link')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

export function linksOf(db: Db, accountId: string) {
  return db.selectFrom('portal_link').select(['portal_id', 'linked_at']).where('account_id', '=', accountId);
}

export function deleteLink(db: Db, accountId: string, portalId: string) {
  return db.deleteFrom('portal_link').where('account_id', '=', accountId).where('portal_id', '=', portalId);
}

/** The person of a mobile's or an identity number's keyed hash. */
export function personByHash(
  db: Db,
  by: { column: 'mobile_hash' | 'identity_hash'; hashes: readonly string[] },
) {
  return db
    .selectFrom('person')
    .leftJoin('import_batch', 'import_batch.id', 'person.batch_id')
    .select(['person.id', 'person.name'])
    .where(`person.${by.column}`, 'in', by.hashes)
    .where((or) => or.or([or('import_batch.id', 'is', null), or('import_batch.state', '=', 'done')]));
}
