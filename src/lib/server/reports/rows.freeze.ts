import { createHash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import {
  canonicalSeal,
  type FreezeKind,
  type Sealed,
  type SealedBody,
  type SealedValue,
} from '#lib/domain/reports/freeze.ts';
import type { Tables } from '../db/index.ts';

export type FreezeRow = Selectable<Tables['freeze']> & { unit_id: string; plan_year: number };

/** A sealed value as it is stored. */
export function valueRow(freezeId: string, value: SealedValue): Insertable<Tables['figure_value']> {
  const { name, version, numerator, denominator, due } = value;
  return {
    ...{ freeze_id: freezeId, name, version, numerator, denominator, due },
    as_of: value.asOf,
    is_final: value.isFinal ? 1 : 0,
    quarters: value.quarters ? JSON.stringify(value.quarters) : null,
    row_count: value.rowCount,
    rows_digest: value.rowsDigest,
  };
}

export function valueFrom(row: Selectable<Tables['figure_value']>): SealedValue {
  const { name, version, numerator, denominator, due } = row;
  const [key = '', of] = name.split('@');
  return {
    ...{ key, group: of === 'leadership' ? 'leadership' : 'all', name, version, numerator, denominator, due },
    asOf: row.as_of,
    isFinal: row.is_final === 1,
    ...(row.quarters ? { quarters: JSON.parse(row.quarters) as [number, number, number, number] } : {}),
    rowCount: row.row_count,
    rowsDigest: row.rows_digest,
  };
}

/** What was sealed, put together again from its rows. */
export function sealedFrom(row: FreezeRow, values: readonly SealedValue[]): Sealed {
  return {
    ...{ unitId: row.unit_id, planYear: row.plan_year, number: row.number, kind: row.kind as FreezeKind },
    ...{ madeBy: row.made_by, madeAt: row.made_at, reason: row.reason },
    body: bodyFrom(row.body),
    children: (JSON.parse(row.children) as { v: 1; seals: Sealed['children'] }).seals,
    ...{ previousDigest: row.previous_digest, rowsFile: row.rows_file, values },
  };
}

export function bodyFrom(text: string): SealedBody {
  return (JSON.parse(text) as { v: 1; body: SealedBody }).body;
}

/** SHA-256 of a seal, hex. */
export function digestOf(sealed: Sealed): string {
  return createHash('sha256').update(canonicalSeal(sealed)).digest('hex');
}
