import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { lastCompletion, reverseCompletionRow } from './queries.completions.ts';

export interface CompletionKey {
  personId: string;
  lessonId: string;
  planYear: number;
}

/**
 * Takes a lesson's completion back: its entries are reversed, and the person may complete the lesson again, which is
 * then the next revision; reading and check begin anew. Throws `invalid` without a reason, `conflict` for one's own,
 * and for a lesson that is not completed.
 */
export async function reverseCompletion(act: Act, asked: CompletionKey & { reason: string }): Promise<void> {
  const unitPath = await people.unitPathOf(act, asked.personId);
  access.require(act, 'completion.reverse', { unitPath });
  const { personId, lessonId, planYear } = asked;
  const by = signatureOf(act).id;
  if (personId === by) throw new DomainError('conflict', '本人的完成记录须由其他管理员撤销。');
  const reason = asked.reason.trim();
  if (reason === '') {
    const sentence = '请写明撤销的原因，本人看得到。';
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  await inTransaction(act, async (own) => {
    const last = await lastCompletion(own.db, asked).executeTakeFirst();
    if (!last) throw new DomainError('conflict', '这个课时在该年度没有完成记录，请刷新页面。');
    const change = { id: last.id, at: act.now, by, reason };
    const { numUpdatedRows } = await reverseCompletionRow(own.db, change).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new DomainError('conflict', '这次完成已经撤销过了，请刷新页面。');
    await audit.record(own, {
      verb: 'study.completionReversed',
      unitId: unitPath[0] ?? null,
      subject: { kind: 'lessonCompletion', id: last.id },
      details: { personId, lessonId, planYear, revision: last.revision, reason },
    });
    const completionId = last.id;
    await announce(own, { kind: 'lessonReversed', completionId, personId, lessonId, planYear, reason });
  });
}
