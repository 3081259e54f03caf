import { createHash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findsAny, inTransaction, runtimeOf, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { sign } from '../platform/cipher.ts';
import { insertSeal, lastCut, lastSeal, placeUnderSeal, unsealedEntries } from './queries.ts';
import { sealedText, type SealRow } from './rows.ts';

/** Entries under one seal at most; the rest waits for the next second. */
const MOST_ENTRIES = 2000;

/** File outside the database that holds the head of every seal, one JSON line each. */
export function headFileOf(db: Db): string {
  return join(runtimeOf(db).dataFolder, 'audit-heads.jsonl');
}

/** Digest over the codes of the entries under a seal, in order; hex. */
export function digestOf(entries: { id: string; mac: string }[]): string {
  const hash = createHash('sha256');
  for (const entry of entries) hash.update(`${entry.id}:${entry.mac}\n`);
  return hash.digest('hex');
}

/** The last seal that was cut off, from which the chain goes on when all of it was. */
async function sealOfCut(db: Db): Promise<Pick<SealRow, 'number' | 'total_count' | 'mac'> | undefined> {
  const cut = await lastCut(db).executeTakeFirst();
  return cut && { number: cut.last_number, total_count: cut.total_count, mac: cut.last_mac };
}

/** Whether something was written since the last seal. */
export function isSealDue(db: Db): Promise<boolean> {
  return findsAny(unsealedEntries(db, 1));
}

/**
 * Closes what has been written since the last seal: count, digest, the previous seal's digest, and a code over all.
 * The head also goes to a file outside the database, so that a cut tail is found. Returns the number of entries sealed.
 */
export async function seal(act: Act): Promise<number> {
  const made = await inTransaction(act, async (own) => {
    const entries = await unsealedEntries(own.db, MOST_ENTRIES).execute();
    if (entries.length === 0) return null;
    const last = (await lastSeal(own.db).executeTakeFirst()) ?? (await sealOfCut(own.db));
    const bare = {
      number: (last?.number ?? 0) + 1,
      sealed_at: own.now,
      entry_count: entries.length,
      total_count: (last?.total_count ?? 0) + entries.length,
      digest: digestOf(entries),
      previous: last?.mac ?? '',
    };
    const whole: SealRow = { ...bare, mac: sign(own.db, 'audit seal', sealedText(bare)) };
    await insertSeal(own.db, whole).execute();
    for (const [index, entry] of entries.entries()) {
      await placeUnderSeal(own.db, entry.id, whole.number, index + 1).execute();
    }
    return whole;
  });
  if (!made) return 0;
  await mkdir(runtimeOf(act.db).dataFolder, { recursive: true });
  await appendFile(headFileOf(act.db), `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made.entry_count;
}
