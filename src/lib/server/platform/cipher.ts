import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { handleOf } from '../db/runtime.ts';
import type { Db } from '../db/schema/index.ts';

/** A family of algorithms; stored text names it, so that suites can stand side by side and keys be rotated. */
export type SuiteName = 'a1' | 's1';

interface Suite {
  cipher: 'aes-256-gcm' | 'sm4-gcm';
  keyBytes: number;
  digest: 'sha256' | 'sm3';
}

const SUITES: Record<SuiteName, Suite> = {
  a1: { cipher: 'aes-256-gcm', keyBytes: 32, digest: 'sha256' },
  s1: { cipher: 'sm4-gcm', keyBytes: 16, digest: 'sm3' },
};

const IV_BYTES = 12;
const TAG_BYTES = 16;
const DERIVED = Symbol('derived keys');

function derivedKey(db: Db, purpose: string, bytes: number): Buffer {
  const keys = handleOf(db, DERIVED, (runtime) => ({
    master: runtime.key,
    known: new Map<string, Buffer>(),
  }));
  const name = `${purpose}:${bytes}`;
  const known = keys.known.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', keys.master, 'xuefa', name, bytes));
  keys.known.set(name, key);
  return key;
}

/** `suite:iv:ciphertext+tag` in base64url; a new initialisation vector each time. */
export function encrypt(db: Db, text: string, name: SuiteName = 'a1'): string {
  const suite = SUITES[name];
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(
    suite.cipher as 'aes-256-gcm',
    derivedKey(db, `encrypt.${name}`, suite.keyBytes),
    iv,
  );
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${name}:${iv.toString('base64url')}:${sealed.toString('base64url')}`;
}

/** Text of `encrypt`, whatever its suite; throws when it was changed or made with another key. */
export function decrypt(db: Db, stored: string): string {
  const [name, iv = '', sealed = ''] = stored.split(':');
  const suite = SUITES[name as SuiteName] as Suite | undefined;
  if (!suite) throw new Error(`unknown cipher suite ${name}`);
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(
    suite.cipher as 'aes-256-gcm',
    derivedKey(db, `encrypt.${name}`, suite.keyBytes),
    Buffer.from(iv, 'base64url'),
  );
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Bytes of one step of a long ciphering; others have their turn after each. */
const PIECE = 1 << 20;

/** A file as it may lie on disk: a line naming the suite, initialisation vector, ciphertext, tag. */
export async function sealBytes(db: Db, bytes: Uint8Array, name: SuiteName = 'a1'): Promise<Buffer> {
  const suite = SUITES[name];
  const iv = randomBytes(IV_BYTES);
  const key = derivedKey(db, `encrypt.${name}`, suite.keyBytes);
  const cipher = createCipheriv(suite.cipher as 'aes-256-gcm', key, iv);
  const parts: Buffer[] = [Buffer.from(`${name}\n`), iv];
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(cipher.update(bytes.subarray(at, at + PIECE)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return Buffer.concat([...parts, cipher.final(), cipher.getAuthTag()]);
}

/** Bytes of `sealBytes`; throws when they were changed or sealed with another key. */
export function openSealed(db: Db, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const name = bytes.subarray(0, bytes.indexOf(10)).toString('latin1') as SuiteName;
  const suite = SUITES[name] as Suite | undefined;
  if (!suite) throw new Error('these bytes were not sealed');
  const from = name.length + 1;
  const iv = bytes.subarray(from, from + IV_BYTES);
  const key = derivedKey(db, `encrypt.${name}`, suite.keyBytes);
  const decipher = createDecipheriv(suite.cipher as 'aes-256-gcm', key, iv);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(from + IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** Hash by which a secret value is found again without being readable; hex. Different per purpose. */
export function keyedHash(db: Db, purpose: string, text: string, name: SuiteName = 'a1'): string {
  return createHmac(SUITES[name].digest, derivedKey(db, `hash.${name}.${purpose}`, 32))
    .update(text)
    .digest('hex');
}

/** Signature by which the installation recognises what it made itself; hex. */
export function sign(db: Db, purpose: string, text: string): string {
  return createHmac('sha256', derivedKey(db, `sign.${purpose}`, 32))
    .update(text)
    .digest('hex');
}

/** True when `signature` is that of `sign`, compared in constant time. */
export function isSignature(db: Db, purpose: string, text: string, signature: string): boolean {
  const own = Buffer.from(sign(db, purpose, text), 'hex');
  const given = Buffer.from(signature, 'hex');
  return own.length === given.length && timingSafeEqual(own, given);
}
