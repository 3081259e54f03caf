import type { IssuerMark } from '#lib/domain/certificates/kinds.ts';
import type { Db } from '../db/index.ts';

/** Takes the next number of a row: a second writer waits until the first is through. */
export function stepSerial(db: Db, rowKey: string) {
  return db
    .insertInto('certificate_serial')
    .values({ row_key: rowKey, last: 1 })
    .onConflict((conflict) =>
      conflict.column('row_key').doUpdateSet((set) => ({ last: set('certificate_serial.last', '+', 1) })),
    );
}

export function lastSerial(db: Db, rowKey: string) {
  return db.selectFrom('certificate_serial').select('last').where('row_key', '=', rowKey);
}

export function issuerOf(db: Db, unitId: string) {
  return db.selectFrom('certificate_issuer').selectAll().where('unit_id', '=', unitId);
}

/** A unit that has not issued before; inserts nothing when another writer was first. */
export function insertIssuer(db: Db, row: { unit_id: string; place: number; mark: IssuerMark }) {
  return db
    .insertInto('certificate_issuer')
    .values(row)
    .onConflict((conflict) => conflict.column('unit_id').doNothing());
}

export function setMark(db: Db, asked: { unitId: string; mark: IssuerMark }) {
  return db.updateTable('certificate_issuer').set({ mark: asked.mark }).where('unit_id', '=', asked.unitId);
}

export function issuersAmong(db: Db, unitIds: readonly string[]) {
  return db.selectFrom('certificate_issuer').selectAll().where('unit_id', 'in', unitIds).orderBy('place');
}
