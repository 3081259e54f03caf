import { pinyin } from 'pinyin-pro';
import { cleanIdentity, maskIdentity } from '#lib/domain/people/identity.ts';
import { maskMobile } from '#lib/domain/people/mobile.ts';
import type { Db } from '../db/index.ts';
import { decrypt, encrypt, keyedHash, keyedHashes } from '../platform/cipher.ts';

/**
 * Columns by which a name is searched and sorted; surnames are read as surnames (单 as shan). The key of the order goes
 * sign by sign: letters, tone, code point (`chen209648`). A shorter syllable comes first, since digits precede letters
 * whatever the collation; within one reading equal signs stand together, so that no 谌 gets among the 陈.
 */
export function nameColumns(name: string) {
  const signs = pinyin(name, {
    toneType: 'num',
    type: 'all',
    surname: 'head',
    v: true,
    nonZh: 'consecutive',
  }).map(({ origin, result, isZh }) => {
    const key = result.toLowerCase().replace(/[^a-z0-9]/g, '');
    const letters = isZh ? key.replace(/\d/g, '') : key;
    const code = (origin.codePointAt(0) ?? 0).toString(16).padStart(5, '0');
    return { letters, key: isZh ? key + code : `${key}0` };
  });
  return {
    name,
    pinyin: signs.map(({ letters }) => letters).join(''),
    pinyin_initials: signs.map(({ letters }) => letters.charAt(0)).join(''),
    name_key: signs.map(({ key }) => key).join(''),
  };
}

export function hashIdentity(db: Db, identity: string): string {
  return keyedHash(db, 'identity', cleanIdentity(identity));
}

/** Hash by which access finds the person of a mobile number (eleven digits). */
export function hashMobile(db: Db, mobile: string): string {
  return keyedHash(db, 'mobile', mobile);
}

/** Hashes under which an identity number may stand while keys change. */
export function identityHashes(db: Db, identity: string): string[] {
  return keyedHashes(db, 'identity', cleanIdentity(identity));
}

/** Hashes under which a mobile number may stand while keys change. */
export function mobileHashes(db: Db, mobile: string): string[] {
  return keyedHashes(db, 'mobile', mobile);
}

/** An identity number as it is stored: ciphertext, keyed hash, last four. */
export function identityColumns(db: Db, identity: string | null) {
  return {
    identity_cipher: identity === null ? null : encrypt(db, identity),
    identity_hash: identity === null ? null : hashIdentity(db, identity),
    identity_last4: identity === null ? null : identity.slice(-4),
  };
}

/** A mobile number as it is stored. */
export function mobileColumns(db: Db, mobile: string | null) {
  return {
    mobile_cipher: mobile === null ? null : encrypt(db, mobile),
    mobile_hash: mobile === null ? null : hashMobile(db, mobile),
    mobile_last4: mobile === null ? null : mobile.slice(-4),
  };
}

/** Name and numbers as they are stored. */
export function personColumns(
  db: Db,
  { name, identity, mobile }: { name: string; identity: string | null; mobile: string | null },
) {
  return { ...nameColumns(name), ...identityColumns(db, identity), ...mobileColumns(db, mobile) };
}

export type PersonColumns = ReturnType<typeof personColumns>;

/** `440***********1234` and `138****1234`; empty where nothing is recorded. */
export function maskedContact(
  db: Db,
  row: { identity_cipher: string | null; mobile_cipher: string | null },
): { identity: string; mobile: string } {
  return {
    identity: row.identity_cipher === null ? '' : maskIdentity(decrypt(db, row.identity_cipher)),
    mobile: row.mobile_cipher === null ? '' : maskMobile(decrypt(db, row.mobile_cipher)),
  };
}
