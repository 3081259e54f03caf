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

const SORTED_BY = {
  issuedAt: 'certificate.issued_at',
  name: 'person.name_key',
  number: 'certificate.number',
} as const;

/** Certificates of people within some units, or that these units issued. */
export function listPage(db: Db, asked: ListAsk & { limit: number; offset: number }) {
  return matching(db, asked)
    .selectAll('certificate')
    .select(['issuer.mark', 'next.number as next_number', unitLabel.as('unit_name')])
    .orderBy(SORTED_BY[asked.sort], asked.direction)
    .orderBy('certificate.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function listCount(db: Db, asked: ListAsk) {
  return matching(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}
