import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { writtenNow } from '../platform/cipher.ts';
import { ringOf } from '../platform/keys.ts';
import * as portals from '../portals/index.ts';

export interface KeysStatus {
  /** Suite and id of the key that writes, `a1.9f86d081`. */
  written: string;
  /** Ids of all keys at hand, the writing one first. */
  keys: string[];
  /** People whose secrets stand under an older key or suite. */
  stale: number;
}

/** Which keys are at hand, and what still stands under older ones. */
export async function keysStatus(act: Act): Promise<KeysStatus> {
  access.require(act, 'keys.status');
  const keys = ringOf(act.db).all.map((key) => key.id);
  return { written: writtenNow(act.db), keys, stale: await people.staleSecretCount(act) };
}

/**
 * Writes every stored secret, and the hashes by which people are found, under the first key of `XUEFA_KEY` and the
 * suite that is set. The server may go on meanwhile; what was cut off is taken up by the next call.
 */
export async function rotateKeys(act: Act): Promise<{ people: number; accounts: number }> {
  access.require(act, 'keys.rotate');
  const written = {
    people: await people.rewriteSecrets(act),
    accounts: (await access.rewriteAccountSecrets(act)) + (await portals.rewritePortalSecrets(act)),
  };
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'keys.rotated', details: { ...written, to: writtenNow(own.db) } }),
  );
  return written;
}
