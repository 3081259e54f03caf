import type { Insertable } from 'kysely';
import type { CertificateKind } from '#lib/domain/certificates/kinds.ts';
import type { Db, Tables } from '../db/index.ts';

export interface Claimed {
  personId: string;
  kind: CertificateKind;
  planYear: number;
}

export function insertCertificate(db: Db, row: Insertable<Tables['certificate']>) {
  return db.insertInto('certificate').values(row);
}

function told(db: Db) {
  return db
    .selectFrom('certificate')
    .innerJoin('certificate_issuer as issuer', 'issuer.unit_id', 'certificate.issuer_unit_id')
    .leftJoin('certificate as next', 'next.id', 'certificate.replaced_by')
    .selectAll('certificate')
    .select(['issuer.mark', 'next.number as next_number']);
}

/** A certificate with its issuer's mark and the number of the one that replaces it. */
export function certificateById(db: Db, id: string) {
  return told(db).where('certificate.id', '=', id);
}

export function certificateByCode(db: Db, code: string) {
  return told(db).where('certificate.code', '=', code);
}

/** A person's certificates, the latest first. */
export function certificatesOf(db: Db, personId: string) {
  return told(db)
    .where('certificate.person_id', '=', personId)
    .orderBy('certificate.issued_at', 'desc')
    .orderBy('certificate.id', 'desc');
}

/** A portion of all certificates in the order of their ids. */
export function certificatesAfter(db: Db, { after, limit }: { after: string; limit: number }) {
  return told(db).where('certificate.id', '>', after).orderBy('certificate.id').limit(limit);
}

/** The certificate of a kind and year that is in force. */
export function inForce(db: Db, asked: Claimed) {
  return db
    .selectFrom('certificate')
    .where('person_id', '=', asked.personId)
    .where('plan_year', '=', asked.planYear)
    .where('kind', '=', asked.kind)
    .where('status', '=', 'valid')
    .select(['id', 'number']);
}

export interface Ending {
  id: string;
  status: 'revoked' | 'replaced';
  at: string;
  by: { id: string; name: string };
  reason: string;
}

/** Ends a certificate that is in force; updates nothing when it is not any more. */
export function endCertificate(db: Db, { id, status, at, by, reason }: Ending) {
  return db
    .updateTable('certificate')
    .set({ status, ended_at: at, ended_by: by.id, ended_by_name: by.name, ended_reason: reason })
    .set({ force_key: null })
    .where('id', '=', id)
    .where('status', '=', 'valid');
}

export function setSuccessor(db: Db, asked: { id: string; replacedBy: string }) {
  return db
    .updateTable('certificate')
    .set({ replaced_by: asked.replacedBy })
    .where('id', '=', asked.id)
    .where('status', '=', 'replaced');
}
