import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { refill, takeBack } from './booking.ts';
import { entryById } from './queries.ts';
import { entryOf } from './rows.ts';

async function ownerOf(act: Act, entryId: string): Promise<access.Thing> {
  const entry = await entryById(act.db, entryId).executeTakeFirst();
  if (!entry) return { unitPath: [] };
  return { unitPath: await people.unitPathOf(act, entry.person_id), ownerId: entry.person_id };
}

/**
 * Takes an entry back by its exact negative in the same plan year; both stay in the ledger.
 * Throws `invalid` without a reason, `conflict` for a reversal, an entry already reversed, or one's own.
 */
export async function reverseEntry(act: Act, asked: { entryId: string; reason: string }): Promise<void> {
  const thing = await ownerOf(act, asked.entryId);
  access.require(act, 'hours.reverse', thing);
  const by = signatureOf(act);
  if (thing.ownerId === by.id) throw new DomainError('conflict', '本人的分录须由其他管理员冲销。');
  const reason = asked.reason.trim();
  if (reason === '') {
    const sentence = '请写明冲销的原因。';
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  await inTransaction(act, async (own) => {
    const entry = entryOf(await entryById(own.db, asked.entryId).executeTakeFirstOrThrow());
    const isTaken = await takeBack(own, entry, reason);
    if (!isTaken) throw new DomainError('conflict', '这笔分录已经冲销过了，请刷新页面。');
    const { personId, ledger, planYear, sourceKind, sourceId } = entry;
    if (sourceKind === 'import')
      await announce(own, { kind: 'outsideEntryReversed', recordId: sourceId, personId, reason });
    await audit.record(own, {
      verb: 'hours.reversed',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'hourEntry', id: entry.id },
      details: { ledger, planYear, personId, reason },
    });
    await refill(own, entry);
  });
}
