import type { RosterRow } from '#lib/domain/people/roster/row.ts';
import type { Db } from '../db/index.ts';
import { decrypt } from '../platform/cipher.ts';

/** A row as it is staged: JSON with a version, later enciphered, since it holds an identity number. */
export function payloadOf(row: RosterRow): string {
  return JSON.stringify({ v: 1, row });
}

/** The staged row again; throws when its payload was emptied or is of an unknown version. */
export function rowOfPayload(db: Db, stored: { payload_cipher: string | null }): RosterRow {
  if (stored.payload_cipher === null) throw new Error('the payload of this import row was emptied');
  const payload = JSON.parse(decrypt(db, stored.payload_cipher)) as { v: number; row: RosterRow };
  if (payload.v !== 1) throw new Error(`unknown version ${payload.v} of an import row`);
  return payload.row;
}
