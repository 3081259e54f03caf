import { askedYear } from '#lib/forms/planYear.ts';
import { isCertificateKind } from '#lib/domain/certificates/kinds.ts';
import { parseListing } from '#lib/forms/listing.ts';
import type { CertificatesFilter } from '#lib/server/certificates/index.ts';

const STATUSES = ['valid', 'revoked', 'replaced'] as const;

/** What the address of the list asks for. */
export function certificatesFilter(url: URL): CertificatesFilter & { page: number; pageSize: number } {
  const listing = parseListing(url, { sortable: ['issuedAt', 'name', 'number'], defaultSort: '-issuedAt' });
  const kind = url.searchParams.get('kind') ?? '';
  const status = url.searchParams.get('status') ?? '';
  return {
    ...listing,
    sort: listing.sort as CertificatesFilter['sort'],
    kind: isCertificateKind(kind) ? kind : '',
    status: STATUSES.find((one) => one === status) ?? '',
    unitId: (url.searchParams.get('unit') ?? '').slice(0, 64),
    planYear: askedYear(url, null),
  };
}
