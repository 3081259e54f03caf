import type { Db } from '../db/index.ts';

interface StaleAsk {
  /** How what is written now begins. */
  now: string;
  after: string;
  limit: number;
}

/** Secrets shared with portals that stand under an older key or suite. */
export function stalePortals(db: Db, { now, after, limit }: StaleAsk) {
  return db
    .selectFrom('portal')
    .select(['id', 'secret_cipher as cipher'])
    .where('secret_cipher', 'is not', null)
    .where('secret_cipher', 'not like', `${now}:%`)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
}

export function rewritePortal(db: Db, seen: { id: string; cipher: string }, cipher: string) {
  return db
    .updateTable('portal')
    .set({ secret_cipher: cipher })
    .where('id', '=', seen.id)
    .where('secret_cipher', '=', seen.cipher);
}
