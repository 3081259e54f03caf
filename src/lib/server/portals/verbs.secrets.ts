import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { decrypt, encrypt, writtenNow } from '../platform/cipher.ts';
import { rewriteStale } from '../platform/rotation.ts';
import { rewritePortal, stalePortals } from './queries.secrets.ts';

/**
 * Writes the secrets of portals under the first key and the suite that are set. May be broken off and repeated. Answers
 * how many were written.
 */
export async function rewritePortalSecrets(act: Act): Promise<number> {
  access.require(act, 'keys.rotate');
  const now = writtenNow(act.db);
  return rewriteStale(act, async (own, asked) => {
    const rows = await stalePortals(own.db, { ...asked, now }).execute();
    for (const { id, cipher } of rows) {
      if (cipher === null) continue;
      await rewritePortal(own.db, { id, cipher }, encrypt(own.db, decrypt(own.db, cipher))).execute();
    }
    return rows.map((row) => row.id);
  });
}
