import { sql } from 'kysely';
import type { CertificateStatus } from '#lib/domain/certificates/state.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { beginsWith, contains, unitLabel, unitsBelow, type Db } from '../db/index.ts';

export interface ListAsk {
  unitIds: readonly string[];
  day: Day;
  /** Part of a name, or the beginning of a number; empty for all. */
  q: string;
  /** Empty for all. */
  kind: string;
  planYear: number | null;
  /** Of people of this unit and below; empty for all. */
  unitId: string;
  status: CertificateStatus | '';
  sort: 'issuedAt' | 'name' | 'number';
  direction: 'asc' | 'desc';
}

function matching(db: Db, { unitIds, day, q, kind, planYear, unitId, status }: ListAsk) {
  const below = unitsBelow(db, unitIds, day);
  let found = db
    .selectFrom('certificate')
    .innerJoin('person', 'person.id', 'certificate.person_id')
    .innerJoin('unit', 'unit.id', 'certificate.unit_id')
    .innerJoin('certificate_issuer as issuer', 'issuer.unit_id', 'certificate.issuer_unit_id')
    .leftJoin('certificate as next', 'next.id', 'certificate.replaced_by')
    .where((or) =>
      or.or([or('certificate.unit_id', 'in', below), or('certificate.issuer_unit_id', 'in', below)]),
    );
  if (kind !== '') found = found.where('certificate.kind', '=', kind as 'study');
  if (planYear !== null) found = found.where('certificate.plan_year', '=', planYear);
  if (unitId !== '') found = found.where('certificate.unit_id', 'in', unitsBelow(db, [unitId], day));
  if (status !== '') found = found.where('certificate.status', '=', status);
  if (q === '') return found;
  return found.where((or) =>
    or.or([contains('certificate.person_name', q), beginsWith('certificate.number', q)]),
  );
}

/** 08:00 in Shanghai divides a day of the stored time: what comes at 16:00 or later is of the next one there. */
const storedDay = sql<string>`substr(certificate.issued_at, 1, 10)`;
const isOfNext = sql<number>`case when substr(certificate.issued_at, 12, 2) >= '16' then 1 else 0 end`;

const SORTED_BY = {
  issuedAt: storedDay,
  name: 'person.name_key',
  number: 'certificate.number',
} as const;

/**
 * Certificates of people within some units, or that these units issued; those of one day, or otherwise alike, by unit
 * and name, as they are handed out.
 */
export function listPage(db: Db, asked: ListAsk & { limit: number; offset: number }) {
  return matching(db, asked)
    .selectAll('certificate')
    .select(['issuer.mark', 'next.number as next_number', unitLabel.as('unit_name')])
    .orderBy(SORTED_BY[asked.sort], asked.direction)
    .orderBy(isOfNext, asked.direction)
    .orderBy('unit.sort_order')
    .orderBy('unit.name')
    .orderBy('person.name_key')
    .orderBy('certificate.number')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function listCount(db: Db, asked: ListAsk) {
  return matching(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}
