import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadingMessage, ReadyRow } from '#lib/domain/imports/reading.ts';
import { leavingTransaction, readingPlaceOf, runtimeOf, writeFixed, type Db } from '../db/index.ts';
import { packageRoot } from '../platform/root.ts';
import * as q from './queries.ts';
import { insertRows } from './queries.rows.ts';
import { stagedRow, type BatchRow } from './rows.ts';
import type { ReadingTask } from './rows.task.ts';
import { clear, placeOf, putMarked } from './shelf.ts';

const MOST_MILLISECONDS = 600_000;
const MOST_MEGABYTES = 900;
/** Progress is written no more often. */
const NOTED_EVERY = 500;

const TOO_COMPLEX = '文件过于复杂，未能读完，请拆分或另存为 xlsx 后重试。';

/** Messages of the thread one after another; ends with its last word, throws nothing for what the file holds. */
class Conversation {
  readonly #worker: Worker;
  readonly #heard: ReadingMessage[] = [];
  #wake: () => void = () => undefined;

  constructor(task: ReadingTask) {
    const file = join(packageRoot(), 'src/workers/import.ts');
    const limits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
    this.#worker = leavingTransaction(() => new Worker(file, { workerData: task, resourceLimits: limits }));
    const refuse = () => this.#hear({ kind: 'refused', code: 'tooLarge', message: TOO_COMPLEX });
    const timer = setTimeout(refuse, MOST_MILLISECONDS);
    this.#worker.on('message', (message: ReadingMessage) => this.#hear(message));
    this.#worker.on('error', refuse);
    this.#worker.on('exit', () => {
      clearTimeout(timer);
      refuse();
    });
  }

  async next(): Promise<ReadingMessage> {
    while (this.#heard.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#heard.shift() as ReadingMessage;
  }

  goOn(): void {
    this.#worker.postMessage('go on');
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: ReadingMessage): void {
    this.#heard.push(message);
    this.#wake();
  }
}

/**
 * Has a file read and checked in a thread of its own and stages its rows; ends in `columns`, `faulty`, `refused` or
 * `staged`. It stops where its person cancels it and where the server ends, and may be begun anew at any time.
 */
export async function readBatch(
  db: Db,
  row: BatchRow,
  { context, stopping }: { context: unknown; stopping: AbortSignal },
): Promise<void> {
  const conversation = new Conversation({
    kind: row.kind as q.ImportKindName,
    place: readingPlaceOf(db),
    file: placeOf(db, row.id, 'source'),
    scope: row.scope ?? '',
    columns: row.columns === null ? null : (JSON.parse(row.columns) as Record<string, number>),
    context,
  });
  try {
    let notedAt = 0;
    for (;;) {
      const message = await conversation.next();
      if (stopping.aborted) return;
      if (message.kind === 'progress') {
        if (performance.now() - notedAt < NOTED_EVERY) continue;
        notedAt = performance.now();
        if (!(await isStillReading(db, row.id, message))) return;
      } else if (message.kind === 'rows') {
        await stage(db, row.id, message.rows);
        conversation.goOn();
      } else {
        return await conclude(db, row, message);
      }
    }
  } finally {
    await conversation.end();
  }
}

async function isStillReading(
  db: Db,
  id: string,
  { done, total }: { done: number; total: number },
): Promise<boolean> {
  const noted = await q.noteProgress(db, { id, state: 'reading', handled: done, total }).executeTakeFirst();
  return noted.numUpdatedRows > 0n;
}

async function stage(db: Db, batchId: string, rows: ReadyRow[]): Promise<void> {
  await writeFixed(
    db,
    insertRows,
    rows.map((ready) => stagedRow(batchId, ready)),
  );
  await new Promise((resolve) => setImmediate(resolve));
}

type LastWord = Exclude<ReadingMessage, { kind: 'progress' | 'rows' }>;

async function conclude(db: Db, row: BatchRow, word: LastWord): Promise<void> {
  const from = ['reading'] as const;
  if (word.kind === 'refused') {
    runtimeOf(db).log.info({ batchId: row.id, reason: word.message }, 'a file was not read');
    await q.moveBatch(db, { id: row.id, from, to: 'refused', set: { message: word.message } }).execute();
    return clear(db, row.id);
  }
  const report = JSON.stringify(word.report);
  const { total } = word.report;
  if (word.kind === 'columns') {
    await q.moveBatch(db, { id: row.id, from, to: 'columns', set: { report } }).execute();
    return;
  }
  if (word.kind === 'faulty') await putMarked(db, row.id, word.marked);
  const to = word.kind === 'faulty' ? 'faulty' : 'staged';
  const set = { report, total, handled: total, ...word.counts };
  await q.moveBatch(db, { id: row.id, from, to, set }).execute();
}
