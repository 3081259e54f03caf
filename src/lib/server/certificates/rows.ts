import {
  contentFrom,
  sealedText,
  type CertificateContent,
  type Sealed,
} from '#lib/domain/certificates/content.ts';
import type { Grounds } from '#lib/domain/certificates/eligibility.ts';
import type { CertificateKind, IssuerMark } from '#lib/domain/certificates/kinds.ts';
import type { CertificateStatus } from '#lib/domain/certificates/state.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Tables } from '../db/index.ts';

/** A certificate as it was issued, with what became of it. */
export interface Certificate {
  id: string;
  number: string;
  code: string;
  kind: CertificateKind;
  planYear: number;
  personId: string;
  personName: string;
  unitId: string;
  issuerUnitId: string;
  issuerName: string;
  mark: IssuerMark;
  content: CertificateContent;
  digest: string;
  signature: string;
  issuedAt: Instant;
  issuedByName: string;
  status: CertificateStatus;
  ended: { at: Instant; byName: string; reason: string } | null;
  /** Number of the one that replaces it. */
  nextNumber: string | null;
}

type Row = Tables['certificate'] & { mark: IssuerMark; next_number: string | null };

export function certificateOf(row: Row): Certificate {
  return {
    ...{ id: row.id, number: row.number, code: row.code, kind: row.kind, planYear: row.plan_year },
    ...{ personId: row.person_id, personName: row.person_name, unitId: row.unit_id },
    ...{ issuerUnitId: row.issuer_unit_id, issuerName: row.issuer_name, mark: row.mark },
    content: contentFrom(row.content),
    ...{ digest: row.digest, signature: row.signature },
    ...{ issuedAt: row.issued_at, issuedByName: row.issued_by_name, status: row.status },
    ended:
      row.ended_at === null
        ? null
        : { at: row.ended_at, byName: row.ended_by_name ?? '', reason: row.ended_reason ?? '' },
    nextNumber: row.next_number,
  };
}

/** What its digest is taken of. */
export function sealedTextOf(certificate: Sealed): string {
  const { number, code, issuedAt, issuerName, content } = certificate;
  return sealedText({ number, code, issuedAt, issuerName, content });
}

export interface Request {
  id: string;
  personId: string;
  kind: CertificateKind;
  planYear: number;
  purpose: string;
  status: Tables['certificate_request']['status'];
  askedAt: Instant;
  decidedAt: Instant | null;
  decidedByName: string | null;
  decidedReason: string | null;
  certificateId: string | null;
}

export function requestOf(row: Tables['certificate_request']): Request {
  return {
    ...{ id: row.id, personId: row.person_id, kind: row.kind, planYear: row.plan_year },
    ...{ purpose: row.purpose, status: row.status, askedAt: row.asked_at, decidedAt: row.decided_at },
    ...{ decidedByName: row.decided_by_name, decidedReason: row.decided_reason },
    certificateId: row.certificate_id,
  };
}

/** The key under which one certificate of a kind and year is in force, or one request waits. */
export function keyOf(of: { personId: string; kind: CertificateKind; planYear: number }): string {
  return `${of.personId}/${of.kind}/${of.planYear}`;
}

interface PeopleRow {
  in_force: string | null;
  entries: number | null;
  marked: number | null;
  sitting: number | null;
}

/** What a person's rows say for or against a certificate. */
export function groundsOf(row: PeopleRow, kind: CertificateKind): Grounds {
  return {
    ...{ kind, inForce: row.in_force },
    entries: Number(row.entries ?? 0),
    marked: Number(row.marked ?? 0),
    sitting: Number(row.sitting ?? 0),
  };
}
