import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as files from '../files/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import { deleteFeedback, deleteReplies, settledBefore } from './queries.keeping.ts';

/** Forgets what was answered or closed before a moment, with what was attached. Answers how many. */
export async function forgetFeedback(act: Act, before: Instant): Promise<number> {
  access.require(act, 'inspection.sweep');
  const digests: string[] = [];
  const forgotten = await inChunks(act, async (own, limit) => {
    const settled = await settledBefore(own.db, { before, limit }).execute();
    if (settled.length === 0) return 0;
    const ids = settled.map((one) => one.id);
    await deleteReplies(own.db, ids).execute();
    await deleteFeedback(own.db, ids).execute();
    const fileIds = settled.flatMap((one) => one.file_id ?? []);
    digests.push(...(await files.forget(own, fileIds)));
    return ids.length;
  });
  await files.dropBytes(act, digests);
  return forgotten;
}
