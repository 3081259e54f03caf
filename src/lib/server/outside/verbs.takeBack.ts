import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { wakeJob } from '../platform/jobs.ts';
import { signatureOf } from '../platform/signature.ts';
import { importJob } from './jobs.ts';
import * as q from './queries.ts';
import { thingOf } from './questions.ts';

/**
 * Takes a whole import back: the server reverses each entry meanwhile, both stay in the ledger, and the file may be
 * imported again. Throws `invalid` without a reason, `conflict` for one that is not written, taken back already, or
 * that holds one's own results.
 */
export async function takeBackImport(act: Act, asked: { id: string; reason: string }): Promise<void> {
  const thing = await thingOf(act, asked.id);
  access.require(act, 'outside.takeBack', thing);
  const { id } = asked;
  const reason = asked.reason.trim();
  if (reason === '') {
    const sentence = '请写明撤回的原因，本人在台账上看得到。';
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  const by = signatureOf(act).id;
  const row = await q.importById(act.db, id).executeTakeFirstOrThrow();
  if (row.state !== 'done' || row.settled_at === null)
    throw new DomainError('conflict', '这份文件还没有写完，请写完之后再撤回；还没有确认的可以直接取消。');
  if (await q.recordOfPerson(act.db, { importId: id, personId: by }).executeTakeFirst())
    throw new DomainError('conflict', '其中有您本人的成绩，须由其他管理员撤回。');
  await inTransaction(act, async (own) => {
    const marked = await q.markImportReturned(own.db, { id, by, at: own.now, reason }).executeTakeFirst();
    if (marked.numUpdatedRows === 0n) throw new DomainError('conflict', '这次导入已经撤回，请刷新页面。');
    await audit.record(own, {
      verb: 'outside.takenBack',
      unitId: row.unit_id,
      subject: { kind: 'importBatch', id },
      details: { source: row.source, fileName: row.file_name, reason },
    });
  });
  wakeJob(act.db, importJob.name);
}
