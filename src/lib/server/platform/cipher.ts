import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { runtimeOf } from '../db/runtime.ts';
import type { Db } from '../db/schema/index.ts';
import { ringOf, type MasterKey } from './keys.ts';
import { SUITES, suiteNames, type SuiteName } from './suites.ts';

export type { SuiteName } from './suites.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyFor = (key: MasterKey, name: SuiteName) => key.derive(`encrypt.${name}`, SUITES[name].keyBytes);

/** How what is written now begins: suite and key, `a1.9f86d081`. */
export function writtenNow(db: Db, name: SuiteName = runtimeOf(db).suite): string {
  return `${name}.${ringOf(db).first.id}`;
}

/** True when a stored ciphertext is of the suite and key that are written now. */
export function isWrittenNow(db: Db, stored: string): boolean {
  return stored.startsWith(`${writtenNow(db)}:`);
}

/** `suite.key:iv:ciphertext+tag`, the latter in base64url; a new initialisation vector each time. */
export function encrypt(db: Db, text: string, name: SuiteName = runtimeOf(db).suite): string {
  const iv = randomBytes(IV_BYTES);
  const { cipher: algorithm } = SUITES[name];
  const cipher = createCipheriv(algorithm as 'aes-256-gcm', keyFor(ringOf(db).first, name), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${writtenNow(db, name)}:${iv.toString('base64url')}:${sealed.toString('base64url')}`;
}

interface Sealed {
  name: SuiteName;
  iv: Uint8Array;
  /** Ciphertext and tag. */
  bytes: Buffer;
}

function opened({ name, iv, bytes }: Sealed, key: MasterKey): Buffer {
  const { cipher } = SUITES[name];
  const decipher = createDecipheriv(cipher as 'aes-256-gcm', keyFor(key, name), iv);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
}

/** Opens with the key that the head names; a head from before keys had names is tried with each. */
function openedByAny(db: Db, head: string, bare: Omit<Sealed, 'name'>): Buffer {
  const [suite = '', id] = head.split('.');
  const name = suiteNames.find((one) => one === suite);
  if (!name) throw new Error('this was not sealed here: unknown suite');
  const keys = ringOf(db).all.filter((key) => id === undefined || key.id === id);
  for (const [index, key] of keys.entries()) {
    try {
      return opened({ name, ...bare }, key);
    } catch (error) {
      if (index === keys.length - 1) throw error;
    }
  }
  throw new Error(`XUEFA_KEY lacks the key ${id} with which this was encrypted`);
}

/** True when the key of a stored ciphertext is at hand; one of before keys had names is taken to be. */
export function isKeyAtHand(db: Db, stored: string): boolean {
  const [head = ''] = stored.split(':');
  const [, id] = head.split('.');
  return id === undefined || ringOf(db).all.some((key) => key.id === id);
}

/** Text of `encrypt`, whatever its suite and key; throws when it was changed or its key is not at hand. */
export function decrypt(db: Db, stored: string): string {
  const [head = '', iv = '', sealed = ''] = stored.split(':');
  const bare = { iv: Buffer.from(iv, 'base64url'), bytes: Buffer.from(sealed, 'base64url') };
  return openedByAny(db, head, bare).toString('utf8');
}

/** Bytes of one step of a long ciphering; others have their turn after each. */
const PIECE = 1 << 20;

/** A file as it may lie on disk: a line naming suite and key, initialisation vector, ciphertext, tag. */
export async function sealBytes(
  db: Db,
  bytes: Uint8Array,
  name: SuiteName = runtimeOf(db).suite,
): Promise<Buffer> {
  const iv = randomBytes(IV_BYTES);
  const { cipher: algorithm } = SUITES[name];
  const cipher = createCipheriv(algorithm as 'aes-256-gcm', keyFor(ringOf(db).first, name), iv);
  const parts: Buffer[] = [Buffer.from(`${writtenNow(db, name)}\n`), iv];
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(cipher.update(bytes.subarray(at, at + PIECE)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return Buffer.concat([...parts, cipher.final(), cipher.getAuthTag()]);
}

/** Bytes of `sealBytes`; throws when they were changed or sealed with a key that is not at hand. */
export function openSealed(db: Db, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const head = bytes.subarray(0, Math.max(0, bytes.indexOf(10))).toString('latin1');
  const from = head.length + 1;
  const iv = bytes.subarray(from, from + IV_BYTES);
  return openedByAny(db, head, { iv, bytes: bytes.subarray(from + IV_BYTES) });
}

interface HashAsk {
  purpose: string;
  text: string;
  name: SuiteName;
}

function hashBy(key: MasterKey, { purpose, text, name }: HashAsk): string {
  const derived = key.derive(`hash.${name}.${purpose}`, 32);
  return createHmac(SUITES[name].digest, derived).update(text).digest('hex');
}

/** Hash under which a secret value is stored, so that it is found again without being readable; hex. Different per purpose. */
export function keyedHash(
  db: Db,
  purpose: string,
  text: string,
  name: SuiteName = runtimeOf(db).suite,
): string {
  return hashBy(ringOf(db).first, { purpose, text, name });
}

/** Every hash under which the value may be stored while keys or suites change, that of `keyedHash` first. */
export function keyedHashes(db: Db, purpose: string, text: string): string[] {
  const current = runtimeOf(db).suite;
  const names = [current, ...suiteNames.filter((name) => name !== current)];
  return ringOf(db).all.flatMap((key) => names.map((name) => hashBy(key, { purpose, text, name })));
}

function signedBy(key: MasterKey, purpose: string, text: string): string {
  const derived = key.derive(`sign.${purpose}`, 32);
  return createHmac('sha256', derived).update(text).digest('hex');
}

/** Signature by which the installation recognises what it made itself; hex. */
export function sign(db: Db, purpose: string, text: string): string {
  return signedBy(ringOf(db).first, purpose, text);
}

/** True when `signature` is that of `sign` by a key at hand, compared in constant time. */
export function isSignature(db: Db, purpose: string, text: string, signature: string): boolean {
  const given = Buffer.from(signature, 'hex');
  return ringOf(db).all.some((key) => {
    const own = Buffer.from(signedBy(key, purpose, text), 'hex');
    return own.length === given.length && timingSafeEqual(own, given);
  });
}
