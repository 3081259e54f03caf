import { cleanName } from '#lib/domain/shared/written.ts';
import { cleanIdentity } from '#lib/domain/people/identity.ts';
import { cleanMobile } from '#lib/domain/people/mobile.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { assertKeys, keyHolder } from './keys.ts';
import * as q from './queries.ts';
import { unitPathOf } from './questions.ts';
import { identityColumns, mobileColumns, nameColumns } from './rows.ts';

export interface Correction {
  personId: string;
  name: string;
  /** A new number; null keeps the one that is recorded. */
  identity: string | null;
  mobile: string | null;
  reason: string;
}

/**
 * Mends a wrong name, identity number or mobile with a reason; what was written under the old name stays as it was
 * sealed. Throws `conflict` when a number belongs to another, with whom the record may then be merged.
 */
export async function correctPerson(act: Act, asked: Correction): Promise<void> {
  const unitPath = await unitPathOf(act, asked.personId);
  access.require(act, 'people.change', { unitPath });
  const name = cleanName(asked.name);
  const identity = asked.identity === null ? null : cleanIdentity(asked.identity);
  const mobile = asked.mobile === null ? null : cleanMobile(asked.mobile);
  assertKeys(name, { identity, mobile }, shanghaiDay(act.now));
  if (asked.reason.trim() === '')
    throw new DomainError('invalid', '请写明更正的原因。', { fields: { reason: '请写明更正的原因。' } });
  await inTransaction(act, async (own) => {
    const person = await q.personById(own.db, asked.personId).executeTakeFirst();
    if (!person) throw new DomainError('notFound', '没有找到这个人。');
    const holder = await keyHolder(own, { identity, mobile }, person.id);
    if (holder) {
      const sentence = '这个号码已登记在另一份档案上；如果是同一个人，请先合并两份档案。';
      throw new DomainError('conflict', sentence, { fields: { [holder.key]: sentence } });
    }
    const change = {
      ...nameColumns(name),
      ...(identity === null ? {} : identityColumns(own.db, identity)),
      ...(mobile === null ? {} : mobileColumns(own.db, mobile)),
    };
    await q.updatePerson(own.db, person.id, change).execute();
    await audit.record(own, {
      verb: 'people.corrected',
      unitId: unitPath[0] ?? null,
      subject: { kind: 'person', id: person.id },
      details: {
        reason: asked.reason,
        name: person.name === name ? null : { before: person.name, after: name },
        identity: identity === null ? null : { before: person.identity_last4, after: identity.slice(-4) },
        mobile: mobile === null ? null : { before: person.mobile_last4, after: mobile.slice(-4) },
      },
    });
  });
}
