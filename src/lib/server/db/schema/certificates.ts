export interface CertificatesTables {
  certificate: {
    id: string;
    /** Printed; kind, plan year, issuing unit and serial (`domain/certificates/number.ts`). */
    number: string;
    /** What cannot be guessed: 79 random bits, in the address that the printed picture leads to. */
    code: string;
    kind: 'study' | 'transcript';
    plan_year: number;
    person_id: string;
    /** As he was called when it was issued. */
    person_name: string;
    /** Home unit on the day of issue: whose coordinators see it. */
    unit_id: string;
    issuer_unit_id: string;
    issuer_name: string;
    /** Canonical JSON with a version, frozen (`domain/certificates/content.ts`). */
    content: string;
    /** SHA-256 over number, code, time, issuer and content. */
    digest: string;
    signature: string;
    issued_at: string;
    issued_by: string;
    issued_by_name: string;
    status: 'valid' | 'revoked' | 'replaced';
    ended_at: string | null;
    ended_by: string | null;
    ended_by_name: string | null;
    ended_reason: string | null;
    replaced_by: string | null;
    /** Person, kind and year while in force, unique; null afterwards. */
    force_key: string | null;
  };
  certificate_issuer: {
    unit_id: string;
    /** The unit's place in numbers, from 1. */
    place: number;
    mark: 'place' | 'drawn';
  };
  certificate_serial: { row_key: string; last: number };
  certificate_request: {
    id: string;
    person_id: string;
    kind: 'study' | 'transcript';
    plan_year: number;
    purpose: string;
    status: 'asked' | 'issued' | 'refused' | 'withdrawn';
    asked_at: string;
    decided_at: string | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_reason: string | null;
    certificate_id: string | null;
    /** Person, kind and year while it waits, unique; null afterwards. */
    open_key: string | null;
  };
  certificate_run: {
    id: string;
    unit_id: string;
    issuer_unit_id: string;
    kind: 'study' | 'transcript';
    plan_year: number;
    /** People up to this one, by id, have been looked at. */
    after_person_id: string;
    issued: number;
    passed_over: number;
    begun_at: string;
    begun_by: string;
    begun_by_name: string;
    done_at: string | null;
    open_key: string | null;
  };
}
