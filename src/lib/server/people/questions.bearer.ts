import { cleanName } from '#lib/domain/shared/written.ts';
import { cleanIdentity } from '#lib/domain/people/identity.ts';
import { cleanMobile } from '#lib/domain/people/mobile.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { holdersOf, personById, postsOf } from './queries.ts';
import { identityHashes, mobileHashes } from './rows.ts';

/**
 * Whose record it is, by one of his numbers as they were typed, never by his name; null when nobody's. Throws `invalid`
 * without a number, `conflict` where number and name do not agree, or two people bear the two numbers.
 */
export async function bearerOf(
  db: Db,
  asked: { name: string; identity: string | null; mobile: string | null },
): Promise<string | null> {
  const identity = asked.identity ? identityHashes(db, cleanIdentity(asked.identity)) : [];
  const mobile = asked.mobile ? mobileHashes(db, cleanMobile(asked.mobile)) : [];
  if (identity.length + mobile.length === 0) {
    const sentence = '请填写身份证号或手机号：人员只凭号码查找，不凭姓名。';
    throw new DomainError('invalid', sentence, { fields: { identity: sentence } });
  }
  const holders = await holdersOf(db, { identity, mobile }).execute();
  const [holder] = holders;
  if (!holder) return null;
  if (holders.length > 1)
    throw new DomainError('conflict', '身份证号和手机号登记在两个人名下，请先核对更正。');
  const row = await personById(db, holder.id).executeTakeFirst();
  if (row?.name === cleanName(asked.name)) return holder.id;
  const sentence = '这个号码登记在另一个姓名下，请核对姓名和号码。';
  throw new DomainError('conflict', sentence, { fields: { name: sentence } });
}

/** Units and days of all posts of a person, the latest first. */
export async function postDaysOf(
  db: Db,
  personId: string,
): Promise<{ unitName: string; from: Day; to: Day | null }[]> {
  const rows = await postsOf(db, personId).execute();
  return rows.map((row) => ({ unitName: row.home_name, from: row.valid_from, to: row.valid_to }));
}
