import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Db } from '../db/index.ts';
import * as units from '../units/index.ts';
import { certificateById } from './queries.ts';
import { certificateOf, type Certificate } from './rows.ts';

/** A certificate by its id; `notFound` when there is none. */
export async function certificateOrThrow(db: Db, id: string): Promise<Certificate> {
  const row = await certificateById(db, id).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这份证明，或者它不在您的管理范围内。');
  return certificateOf(row);
}

/** The unit that issued a certificate and all above it: they take it back. Empty for an unknown one. */
export async function pathOfIssuer(db: Db, id: string): Promise<string[]> {
  const row = await certificateById(db, id).executeTakeFirst();
  return row ? units.pathOf(db, row.issuer_unit_id) : [];
}

/** Whose certificate it is, and the units that look after him or have issued it. */
export async function thingOf(db: Db, id: string): Promise<{ ownerId: string | null; unitPath: string[] }> {
  const row = await certificateById(db, id).executeTakeFirst();
  if (!row) return { ownerId: null, unitPath: [] };
  const own = await units.pathOf(db, row.unit_id);
  const issuer = await units.pathOf(db, row.issuer_unit_id);
  return { ownerId: row.person_id, unitPath: [...new Set([...own, ...issuer])] };
}
