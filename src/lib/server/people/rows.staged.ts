import type { OpenRow, RowKeys } from '#lib/domain/people/roster/decide.ts';
import type { RosterRow } from '#lib/domain/people/roster/row.ts';
import type { Db } from '../db/index.ts';
import { encrypt } from '../platform/cipher.ts';
import { hashIdentity, hashMobile, identityColumns, mobileColumns, nameColumns } from './rows.ts';

export type PersonColumns = ReturnType<typeof nameColumns> &
  ReturnType<typeof identityColumns> &
  ReturnType<typeof mobileColumns>;

/** A row of a roster made ready to be applied; `v` is the version of this shape. */
export interface StagedPerson {
  v: 2;
  row: OpenRow;
  keys: RowKeys;
  /** As they are stored: secrets as ciphertext and keyed hash. */
  person: PersonColumns;
}

/** A row without its secrets, and the hashes by which they are found again. */
export function keyed(db: Db, { identity, mobile, ...row }: RosterRow): { row: OpenRow; keys: RowKeys } {
  return {
    row,
    keys: {
      identityHash: identity === null ? null : hashIdentity(db, identity),
      mobileHash: mobile === null ? null : hashMobile(db, mobile),
    },
  };
}

/** Ciphertext of a row as it is staged. */
export function payloadOf(db: Db, read: RosterRow, { row, keys }: { row: OpenRow; keys: RowKeys }): string {
  const person = {
    ...nameColumns(read.name),
    ...identityColumns(db, read.identity),
    ...mobileColumns(db, read.mobile),
  };
  const staged: StagedPerson = { v: 2, row, keys, person };
  return encrypt(db, JSON.stringify(staged));
}

/** The staged row again; throws for a payload of an unknown version. */
export function stagedOf(payload: unknown): StagedPerson {
  const staged = payload as StagedPerson;
  if (staged.v !== 2) throw new Error(`unknown version ${String(staged.v)} of an import row`);
  return staged;
}
