import { webcrypto } from 'node:crypto';
import { basename } from 'node:path';
import { isStuck, MOST_TRIES, waitingStates, type ImportState } from '#lib/domain/imports/state.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import { LARGEST_SHEET } from '../documents/content.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { runOnce, wakeJob, type Job } from '../platform/jobs.ts';
import { signatureOf } from '../platform/signature.ts';
import * as q from './queries.ts';
import { putMapping } from './queries.mapping.ts';
import { sharedRow } from './queries.rows.ts';
import { batchOf, headingHash, scopeText, viewOf, type BatchRow, type ImportView } from './rows.ts';
import { putSource, takeMarked, takeSource } from './shelf.ts';

export interface NewImport {
  kind: q.ImportKindName;
  fileName: string;
  bytes: Uint8Array;
  /** Day from which what is new holds. */
  from: Day;
  /** Units within which it may write; null: everywhere. */
  scope: readonly string[] | null;
  /** Writes what the room itself keeps of the import, in the transaction that begins it. */
  note?(act: Act, id: string): Promise<void>;
}

export interface ImportKey {
  kind: q.ImportKindName;
  id: string;
}

const MOST_LISTED = 20;

/** There is work for the job of this kind, as its room names it: `people.imports`. */
function wake(act: Act, kind: q.ImportKindName): void {
  wakeJob(act.db, `${kind}.imports`);
}

/** Takes a file in, to be read by the server's own job; it lies enciphered until then. Resolves to the import's id. */
export async function openImport(act: Act, asked: NewImport): Promise<string> {
  access.require(act, 'imports.open');
  const { bytes } = asked;
  if (bytes.length === 0) throw refusedFile('invalid', '文件是空的，请检查后重新选择。');
  if (bytes.length > LARGEST_SHEET) {
    const megabytes = LARGEST_SHEET / 1024 / 1024;
    throw refusedFile('tooLarge', `文件超过 ${megabytes} MB，请拆分后分批上传。`);
  }
  const id = newId();
  // Off this thread: twenty megabytes take it fifty milliseconds.
  const digest = await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  await putSource(act.db, id, bytes);
  await inTransaction(act, async (own) => {
    await q
      .insertBatch(own.db, {
        ...{ id, kind: asked.kind, state: 'reading', file_name: basename(asked.fileName) },
        ...{ file_sha256: Buffer.from(digest).toString('hex'), effective_on: asked.from },
        ...{ added: 0, changed: 0, ended: 0, unchanged: 0, total: 0, handled: 0 },
        ...{ scope: scopeText(asked.scope) },
        ...{ staged_by: signatureOf(act).id, staged_at: act.now },
      })
      .execute();
    await asked.note?.(own, id);
  });
  wake(act, asked.kind);
  return id;
}

function refusedFile(code: 'invalid' | 'tooLarge', sentence: string): DomainError {
  return new DomainError(code, sentence, { fields: { file: sentence } });
}

/** The batch of whoever staged it; `notFound` for everybody else. */
async function ownBatch(act: Act, key: ImportKey): Promise<BatchRow> {
  const batch = await anyBatch(act, key);
  if (batch.staged_by === signatureOf(act).id) return batch;
  throw notFound();
}

async function anyBatch(act: Act, key: ImportKey): Promise<BatchRow> {
  return q.batchById(act.db, key).executeTakeFirstOrThrow(notFound);
}

function notFound(): DomainError {
  return new DomainError('notFound', '没有找到这次导入，请重新上传文件。');
}

/** An import of one's own. */
export async function viewImport(act: Act, key: ImportKey): Promise<ImportView> {
  const batch = await ownBatch(act, key);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  return viewOf(batch);
}

/** One's own latest imports of a kind, newest first. */
export async function listImports(act: Act, kind: q.ImportKindName): Promise<ImportView[]> {
  access.require(act, 'imports.open');
  const by = signatureOf(act).id;
  const rows = await q.batchesOf(act.db, { kind, by, limit: MOST_LISTED }).execute();
  return rows.map((row) => ({ ...viewOf(row), report: null }));
}

/** Names the columns of a file by hand and has it read again; files with the same headings follow by themselves. */
export async function chooseColumns(
  act: Act,
  asked: ImportKey & { places: Record<string, number> },
): Promise<void> {
  const batch = await ownBatch(act, asked);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  const { report } = viewOf(batch);
  if (!report) throw new DomainError('conflict', '这份文件已不能再调整，请重新上传。');
  const columns = JSON.stringify(asked.places);
  const set = { columns, message: null, total: 0, handled: 0 };
  await inTransaction(act, async (own) => {
    const moved = await q
      .moveBatch(own.db, { id: batch.id, from: waitingStates, to: 'reading', set })
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw new DomainError('conflict', '这份文件正在办理，请稍候。');
    await putMapping(own.db, {
      ...{ kind: asked.kind, scope: batch.scope ?? '', columns },
      heading: headingHash(report.columns.map((column) => column.heading)),
      ...{ chosen_by: signatureOf(own).id, chosen_at: own.now },
    }).execute();
  });
  wake(act, asked.kind);
}

/**
 * Lets a checked file be written; the server's job does it. `scope` is what its person may write today: `conflict`
 * where that is no longer what was checked, while another file is being written, and where one whose writing fails
 * again and again is about the same things. A repeated call does nothing.
 */
export async function confirmImport(
  act: Act,
  asked: ImportKey & { scope: readonly string[] | null },
): Promise<void> {
  const batch = await ownBatch(act, asked);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  if (batch.state === 'applying' || batch.state === 'done') return;
  if (batch.state !== 'staged') throw new DomainError('conflict', '这份文件还没有检查通过，不能写入。');
  if (scopeText(batchOf(batch).scope) !== scopeText(asked.scope)) {
    throw new DomainError('conflict', '检查之后您的管理范围有了变化，请重新上传文件再检查一次。');
  }
  await inTransaction(act, async (own) => {
    await requireFree(own, batch);
    const set = { applied_by: signatureOf(own).id, handled: 0 };
    await q.moveBatch(own.db, { id: batch.id, from: ['staged'], to: 'applying', set }).execute();
  });
  wake(act, asked.kind);
}

/** One that failed is not given up any more: it holds up only what would be overwritten by it later. */
async function requireFree(act: Act, batch: BatchRow): Promise<void> {
  const kind = batch.kind as q.ImportKindName;
  for (const other of await q.applyingBatches(act.db, kind).execute()) {
    if (other.tries === 0) throw new DomainError('conflict', '另一份文件正在写入，请稍候再确认。');
    const asked = { batchId: batch.id, otherId: other.id };
    if (!(await sharedRow(act.db, asked).executeTakeFirst())) continue;
    const name = other.staged_by === signatureOf(act).id ? `“${other.file_name}”` : '他人上传的一份文件';
    const rests = isStuck(other.state as ImportState, other.tries);
    const what = rests ? '已经停下，要由上传的人点“再试一次”' : '正在自动重试';
    throw new DomainError(
      'conflict',
      `${name}办理中出错，${what}，其中有与本文件相同的对象，请等它办完再确认；长时间如此，请联系系统管理员。本文件可以先取消。`,
    );
  }
}

/** Takes an import back; what it wrote already is removed by the server's job. `conflict` once it is done. */
export async function cancelImport(act: Act, key: ImportKey): Promise<void> {
  const batch = await ownBatch(act, key);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  const from = [...waitingStates, 'reading', 'applying'] as const;
  const set = { message: '已由本人取消，没有写入任何内容。', applied_by: signatureOf(act).id };
  const moved = await q.moveBatch(act.db, { id: batch.id, from, to: 'withdrawing', set }).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new DomainError('conflict', '这次导入已经结束，不能再取消。');
  wake(act, key.kind);
}

/** Has an import tried again that was left off; of anybody at the console. `conflict` where it was not. */
export async function retryImport(act: Act, key: ImportKey): Promise<void> {
  const batch = act.actor.kind === 'console' ? await anyBatch(act, key) : await ownBatch(act, key);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  const again = await q.tryAgain(act.db, { id: batch.id, mostTries: MOST_TRIES }).executeTakeFirst();
  if (again.numUpdatedRows === 0n) throw new DomainError('conflict', '这次导入没有停下，不用再试。');
  wake(act, key.kind);
}

/** Imports of all kinds that failed too often and rest, the oldest first. */
export async function listStuck(act: Act): Promise<(ImportKey & { fileName: string })[]> {
  access.require(act, 'imports.stuck');
  const rows = await q.stuckBatches(act.db, MOST_TRIES).execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind as q.ImportKindName, fileName: row.file_name }));
}

/** The uploaded table with every problem marked in it, as xlsx. */
export async function markedFile(act: Act, key: ImportKey): Promise<{ name: string; bytes: Buffer }> {
  const batch = await ownBatch(act, key);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  const bytes = await takeMarked(act.db, batch.id);
  if (!bytes) throw new DomainError('notFound', '标注文件已不在，请重新上传名册检查。');
  return { name: `${batch.file_name.replace(/\.[^.]*$/, '')}（标注）.xlsx`, bytes };
}

/** What was uploaded, while its import waits for a person or is written. Throws `conflict` once it is gone. */
export async function sourceFile(act: Act, key: ImportKey): Promise<Buffer> {
  const batch = await ownBatch(act, key);
  access.require(act, 'imports.own', { ownerId: batch.staged_by });
  const bytes = await takeSource(act.db, batch.id);
  if (!bytes) throw new DomainError('conflict', '上传的文件已不在，请重新上传。');
  return bytes;
}

/** How often a running server is asked whether it is through. */
const ASKED_EVERY = 300;

/**
 * Waits until an import needs its person again: for a running server's job, else does that job's work here. Throws what
 * went wrong where it does the work itself.
 */
export async function atRest(act: Act, key: ImportKey, job: Job): Promise<ImportView> {
  access.require(act, 'imports.open');
  const begun = performance.now();
  const now = () => addSeconds(act.now, Math.floor((performance.now() - begun) / 1000));
  const run: Job['run'] = (own, stopping) => job.run({ ...own, now: now() }, stopping);
  for (;;) {
    const [round] = await Promise.allSettled([runOnce(act.db, { ...job, run })]);
    const view = await viewImport(act, key);
    if (!view.isBusy) return view;
    if (round.status === 'rejected') throw round.reason;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY));
  }
}
