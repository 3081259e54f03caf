import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runtimeOf, type Db } from '../db/index.ts';
import { newToken } from '../platform/ids.ts';

/** SHA-256 of the bytes, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function placeOf(db: Db, digest: string): string {
  return join(runtimeOf(db).filesFolder, digest.slice(0, 2), digest);
}

/** Puts bytes on the shelf under their digest, durable before it returns; the same bytes lie there once. */
export async function put(db: Db, bytes: Uint8Array): Promise<string> {
  const digest = digestOf(bytes);
  const place = placeOf(db, digest);
  const unfinished = `${place}.${newToken(6)}`;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, place);
  return digest;
}

/** Bytes under a digest; undefined when they are missing or no longer what they were. */
export async function take(db: Db, digest: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = new Uint8Array(await readFile(placeOf(db, digest)));
    return digestOf(bytes) === digest ? bytes : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** True when bytes lie under the digest. */
export async function lies(db: Db, digest: string): Promise<boolean> {
  return stat(placeOf(db, digest)).then(
    () => true,
    () => false,
  );
}

/**
 * Takes bytes off the shelf unless a file bears them. They are put aside before that is asked: whoever stores the same
 * bytes meanwhile either is seen, or finds them gone once his file is written and puts them there again.
 */
export async function drop(db: Db, digest: string, isBorne: () => Promise<boolean>): Promise<void> {
  const place = placeOf(db, digest);
  const aside = `${place}.${newToken(6)}`;
  if (!(await lies(db, digest))) return;
  await rename(place, aside);
  if (await isBorne()) await rename(aside, place);
  else await rm(aside, { force: true });
}
