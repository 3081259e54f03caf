import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { decrypt } from '../platform/cipher.ts';
import { personById } from './queries.ts';
import { unitPathOf } from './questions.ts';

const LEAST_REASON = 5;

export interface Revealed {
  name: string;
  /** Empty where nothing is recorded. */
  identity: string;
  mobile: string;
}

/**
 * A person's whole identity number and mobile, for the security administrator and a reason that is logged and shown to
 * the person. Nothing is answered before the entry is written.
 */
export async function revealSecrets(
  act: Act,
  asked: { personId: string; reason: string },
): Promise<Revealed> {
  const unitPath = await unitPathOf(act, asked.personId);
  access.require(act, 'people.reveal', { unitPath });
  const reason = asked.reason.trim();
  if (reason.length < LEAST_REASON) {
    const sentence = `请写明查看的原因，至少${LEAST_REASON}个字；本人会看到。`;
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  const row = await personById(act.db, asked.personId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这个人，或者他不在您的管理范围内。');
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'people.revealed',
      unitId: unitPath[0] ?? null,
      subject: { kind: 'person', id: row.id },
      details: { reason },
    }),
  );
  const plain = (cipher: string | null) => (cipher === null ? '' : decrypt(act.db, cipher));
  return { name: row.name, identity: plain(row.identity_cipher), mobile: plain(row.mobile_cipher) };
}
