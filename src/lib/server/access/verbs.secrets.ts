import type { Act } from '../platform/act.ts';
import { decrypt, encrypt, keyedHash, writtenNow } from '../platform/cipher.ts';
import { rewriteStale } from '../platform/rotation.ts';
import * as q from './queries.secrets.ts';
import { require } from './require.ts';

interface Sealed {
  id: string;
  cipher: string | null;
}

/** The secrets among what was read, deciphered. */
function plain(act: Act, rows: readonly Sealed[]): { id: string; cipher: string; text: string }[] {
  return rows.flatMap(({ id, cipher }) =>
    cipher === null ? [] : [{ id, cipher, text: decrypt(act.db, cipher) }],
  );
}

/**
 * Writes mail addresses and second factors under the first key and the suite that are set. May be broken off and
 * repeated. Answers how many were written. Codes are known by their hash alone and stay under the key
 * of their making, by which they are found for as long as it is at hand.
 */
export async function rewriteAccountSecrets(act: Act): Promise<number> {
  require(act, 'keys.rotate');
  const now = writtenNow(act.db);
  const emails = await rewriteStale(act, async (own, asked) => {
    const rows = plain(own, await q.staleEmails(own.db, { ...asked, now }).execute());
    for (const row of rows) {
      const email = { cipher: encrypt(own.db, row.text), hash: keyedHash(own.db, 'email', row.text) };
      await q.rewriteEmail(own.db, row, email).execute();
    }
    return rows.map((row) => row.id);
  });
  const factors = await rewriteStale(act, async (own, asked) => {
    const rows = plain(own, await q.staleFactors(own.db, { ...asked, now }).execute());
    for (const row of rows) await q.rewriteFactor(own.db, row, encrypt(own.db, row.text)).execute();
    return rows.map((row) => row.id);
  });
  return emails + factors;
}
