import type { OpenRow, RowKeys } from '#lib/domain/rosters/decide.ts';
import type { RosterRow } from '#lib/domain/rosters/row.ts';
import type { Db } from '../db/index.ts';
import type { PersonColumns } from '../people/index.ts';
import { encrypt } from '../platform/cipher.ts';

/** How the room of people stores a name and numbers; handed in by the thread that reads. */
export interface Storing {
  hashIdentity(db: Db, identity: string): string;
  hashMobile(db: Db, mobile: string): string;
  personColumns(db: Db, who: { name: string; identity: string | null; mobile: string | null }): PersonColumns;
}

/** A row of a roster made ready to be applied; `v` is the version of this shape. */
export interface StagedPerson {
  v: 2;
  row: OpenRow;
  keys: RowKeys;
  /** As they are stored: secrets as ciphertext and keyed hash. */
  person: PersonColumns;
}

/** A row without its secrets, and the hashes by which they are found again. */
export function keyed(
  db: Db,
  { identity, mobile, ...row }: RosterRow,
  storing: Storing,
): { row: OpenRow; keys: RowKeys } {
  return {
    row,
    keys: {
      identityHash: identity === null ? null : storing.hashIdentity(db, identity),
      mobileHash: mobile === null ? null : storing.hashMobile(db, mobile),
    },
  };
}

/** Ciphertext of a row as it is staged. */
export function payloadOf(db: Db, staged: Omit<StagedPerson, 'v'>): string {
  const { row, keys, person } = staged;
  return encrypt(db, JSON.stringify({ v: 2, row, keys, person } satisfies StagedPerson));
}

/** The staged row again; throws for a payload of an unknown version. */
export function stagedOf(payload: unknown): StagedPerson {
  const staged = payload as StagedPerson;
  if (staged.v !== 2) throw new Error(`unknown version ${String(staged.v)} of an import row`);
  return staged;
}
