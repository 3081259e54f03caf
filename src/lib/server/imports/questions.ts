import type { Db } from '../db/index.ts';
import { openBatches, type ImportKindName } from './queries.ts';

/** True while files of a kind were read and are not written whole: their rows name things by the hashes of that moment. */
export async function hasOpenRows(db: Db, kind: ImportKindName): Promise<boolean> {
  return (await openBatches(db, kind).executeTakeFirst()) !== undefined;
}
