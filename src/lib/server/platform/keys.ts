import { hkdfSync } from 'node:crypto';
import { handleOf } from '../db/runtime.ts';
import type { Db } from '../db/schema/index.ts';

/** One of the installation's master keys. */
export interface MasterKey {
  /** Eight hexadecimal digits that follow from the key and say nothing about it; stored text names it by them. */
  id: string;
  /** A key for one purpose, derived from the master (HKDF with SHA-256), so that no two purposes share one. */
  derive(purpose: string, bytes: number): Buffer;
}

/** The keys of an installation: the first writes and signs, all of them read and recognise. */
export interface KeyRing {
  first: MasterKey;
  all: readonly MasterKey[];
}

const RING = Symbol('key ring');

function masterKey(master: Buffer): MasterKey {
  const known = new Map<string, Buffer>();
  const derive = (purpose: string, bytes: number): Buffer => {
    const name = `${purpose}:${bytes}`;
    const held = known.get(name);
    if (held) return held;
    const key = Buffer.from(hkdfSync('sha256', master, 'xuefa', name, bytes));
    known.set(name, key);
    return key;
  };
  return { id: derive('key id', 4).toString('hex'), derive };
}

/** The keys with which this database was opened. */
export function ringOf(db: Db): KeyRing {
  return handleOf(db, RING, (runtime) => {
    const all = runtime.keys.map(masterKey);
    const [first] = all;
    if (!first) throw new Error('a database needs at least one key');
    return { first, all };
  });
}
