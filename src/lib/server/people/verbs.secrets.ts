import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import { decrypt, isKeyAtHand, writtenNow } from '../platform/cipher.ts';
import { rewriteStale } from '../platform/rotation.ts';
import { anySecret, putSecrets, staleSecrets, type SeenSecrets } from './queries.secrets.ts';
import { countStaleSecrets } from './questions.secrets.ts';
import { identityColumns, mobileColumns } from './rows.ts';

/** How many people's identity number or mobile still stands under an older key or suite. */
export async function staleSecretCount(act: Act): Promise<number> {
  access.require(act, 'keys.status');
  return countStaleSecrets(act.db);
}

/** True when stored numbers can be read with the keys at hand, or there are none. */
export async function keysAtHand(act: Act): Promise<boolean> {
  access.require(act, 'keys.status');
  const stored = await anySecret(act.db).executeTakeFirst();
  return stored?.cipher == null || isKeyAtHand(act.db, stored.cipher);
}

async function rewrite(act: Act, person: SeenSecrets): Promise<void> {
  const plain = (cipher: string | null) => (cipher === null ? null : decrypt(act.db, cipher));
  const { identity_cipher, identity_hash } = identityColumns(act.db, plain(person.identity_cipher));
  const { mobile_cipher, mobile_hash } = mobileColumns(act.db, plain(person.mobile_cipher));
  const columns = { identity_cipher, identity_hash, mobile_cipher, mobile_hash };
  await putSecrets(act.db, person, columns).execute();
}

/**
 * Writes identity numbers and mobiles, and the hashes by which they are found, under the first key and the suite that
 * are set. May be broken off and repeated; people are found under either hash meanwhile. `conflict` while a roster is
 * under way, whose rows carry hashes of the older key. Answers how many people were written.
 */
export async function rewriteSecrets(act: Act): Promise<number> {
  access.require(act, 'keys.rotate');
  if (await imports.hasOpenRows(act.db, 'people')) {
    throw new DomainError('conflict', '还有名册正在导入或等待确认。请先办完或取消，再更换密钥。');
  }
  return rewriteStale(act, async (own, asked) => {
    const people = await staleSecrets(own.db, { ...asked, now: writtenNow(own.db) }).execute();
    for (const person of people) await rewrite(own, person);
    return people.map((person) => person.id);
  });
}
