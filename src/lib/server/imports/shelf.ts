import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runtimeOf, type Db } from '../db/index.ts';
import { openSealed, sealBytes } from '../platform/cipher.ts';

/** `source`: what was uploaded; `marked`: the same with what is wrong written into it. */
export type Shelved = 'source' | 'marked';

/** Where a file of an import lies, enciphered; only for as long as its person may go on with it. */
export function placeOf(db: Db, batchId: string, what: Shelved): string {
  return join(runtimeOf(db).dataFolder, 'imports', `${batchId}.${what}`);
}

async function write(place: string, sealed: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const file = await open(place, 'w', 0o600);
  try {
    await file.writeFile(sealed);
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function putSource(db: Db, batchId: string, bytes: Uint8Array): Promise<void> {
  await write(placeOf(db, batchId, 'source'), await sealBytes(db, bytes));
}

/** Keeps what the reading thread sealed. */
export async function putMarked(db: Db, batchId: string, sealed: Uint8Array): Promise<void> {
  await write(placeOf(db, batchId, 'marked'), sealed);
}

/** The marked file; undefined when there is none. */
export async function takeMarked(db: Db, batchId: string): Promise<Buffer | undefined> {
  return opened(db, placeOf(db, batchId, 'marked'));
}

/** What was uploaded; undefined once it is no longer kept. */
export async function takeSource(db: Db, batchId: string): Promise<Buffer | undefined> {
  return opened(db, placeOf(db, batchId, 'source'));
}

async function opened(db: Db, place: string): Promise<Buffer | undefined> {
  try {
    return openSealed(db, await readFile(place));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function clear(db: Db, batchId: string): Promise<void> {
  for (const what of ['source', 'marked'] as const) await rm(placeOf(db, batchId, what), { force: true });
}
