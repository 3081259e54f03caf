import { DomainError } from '#lib/domain/shared/errors.ts';
import { readHeavy, type Db } from '../db/index.ts';
import { writtenNow } from '../platform/cipher.ts';

/** How many people's identity number or mobile still stands under an older key or suite. */
export async function countStaleSecrets(db: Db): Promise<number> {
  return readHeavy<number>(db, 'people/queries.secrets.ts', 'countStale', { now: writtenNow(db) });
}

/** `unavailable` while some do: rosters compare by the hash that is written now. */
export async function requireFreshSecrets(db: Db): Promise<void> {
  if ((await countStaleSecrets(db)) === 0) return;
  throw new DomainError(
    'unavailable',
    '系统正在更换密钥，请稍后再导入名册；如长时间如此，请联系系统管理员。',
  );
}
