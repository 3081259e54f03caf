import { identityFault } from '#lib/domain/people/identity.ts';
import { mobileFault } from '#lib/domain/people/mobile.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { holdersOf } from './queries.ts';
import { identityHashes, mobileHashes } from './rows.ts';

/** Numbers by which a person is found, cleaned; null where none is given. */
export interface Keys {
  identity: string | null;
  mobile: string | null;
}

/** Throws `invalid` for an empty name or a number that cannot be. */
export function assertKeys(name: string, keys: Keys, today: Day): void {
  const fields: Record<string, string> = {};
  if (name === '') fields.name = '请填写姓名。';
  const identity = keys.identity === null ? null : identityFault(keys.identity, today);
  if (identity !== null) fields.identity = identity;
  const mobile = keys.mobile === null ? null : mobileFault(keys.mobile);
  if (mobile !== null) fields.mobile = mobile;
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '请按提示修改后再提交。', { fields });
}

/** Another person who bears one of the numbers, and which. */
export async function keyHolder(
  act: Act,
  keys: Keys,
  exceptId = '',
): Promise<{ id: string; key: 'identity' | 'mobile' } | null> {
  const identity = keys.identity === null ? [] : identityHashes(act.db, keys.identity);
  const mobile = keys.mobile === null ? [] : mobileHashes(act.db, keys.mobile);
  if (identity.length + mobile.length === 0) return null;
  const holders = await holdersOf(act.db, { identity, mobile }).execute();
  const holder = holders.find((one) => one.id !== exceptId);
  if (!holder) return null;
  const key = identity.includes(holder.identity_hash ?? '') ? 'identity' : 'mobile';
  return { id: holder.id, key };
}
