import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

/** Certificates of the open years, but not one in force where the kept record has its own in force. */
export function certificatesToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('certificate')
    .select('certificate.id')
    .where('certificate.person_id', '=', goneId)
    .where('certificate.plan_year', 'in', planYears)
    .where((or) =>
      or.or([
        or('certificate.status', '!=', 'valid'),
        or.not(
          or.exists(
            or
              .selectFrom('certificate as own')
              .select('own.id')
              .where('own.person_id', '=', keptId)
              .where('own.status', '=', 'valid')
              .whereRef('own.kind', '=', 'certificate.kind')
              .whereRef('own.plan_year', '=', 'certificate.plan_year'),
          ),
        ),
      ]),
    )
    .orderBy('certificate.id');
}

/** Requests of the open years that wait, but not where the kept record waits for the same. */
export function requestsToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('certificate_request as request')
    .select('request.id')
    .where('request.person_id', '=', goneId)
    .where('request.status', '=', 'asked')
    .where('request.plan_year', 'in', planYears)
    .where((or) =>
      or.not(
        or.exists(
          or
            .selectFrom('certificate_request as own')
            .select('own.id')
            .where('own.person_id', '=', keptId)
            .where('own.status', '=', 'asked')
            .whereRef('own.kind', '=', 'request.kind')
            .whereRef('own.plan_year', '=', 'request.plan_year'),
        ),
      ),
    )
    .orderBy('request.id');
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

export function certificateRow(db: Db, id: string) {
  return db.selectFrom('certificate').select(['id', 'kind', 'plan_year', 'status']).where('id', '=', id);
}

export function requestRow(db: Db, id: string) {
  return db
    .selectFrom('certificate_request')
    .select(['id', 'kind', 'plan_year', 'status'])
    .where('id', '=', id);
}
