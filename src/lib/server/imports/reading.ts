import type { ReadingMessage, ReadyRow } from '#lib/domain/imports/reading.ts';
import { readingPlaceOf, runtimeOf, writeFixed, type Db } from '../db/index.ts';
import * as q from './queries.ts';
import { insertRows } from './queries.rows.ts';
import { ReadingThread } from './readingThread.ts';
import { stagedRow, type BatchRow } from './rows.ts';
import type { ReadingTask } from './rows.task.ts';
import { clear, placeOf, putMarked } from './shelf.ts';

const MOST_MILLISECONDS = 600_000;
/** Progress is written no more often. */
const NOTED_EVERY = 500;

const TOO_COMPLEX = '文件过于复杂，未能读完，请拆分或另存为 xlsx 后重试。';

/** Messages of the thread one after another; ends with its last word, throws nothing for what the file holds. */
class Conversation {
  readonly #thread: ReadingThread;
  readonly #timer: NodeJS.Timeout;
  readonly #heard: ReadingMessage[] = [];
  #wake: () => void = () => undefined;
  #hasLastWord = false;

  constructor(task: ReadingTask) {
    const refuse = () => this.#hear({ kind: 'refused', code: 'tooLarge', message: TOO_COMPLEX });
    this.#timer = setTimeout(refuse, MOST_MILLISECONDS);
    this.#thread = ReadingThread.read(task, {
      lose: refuse,
      hear: (message) => {
        this.#hasLastWord ||= message.kind !== 'progress' && message.kind !== 'rows';
        this.#hear(message);
      },
    });
  }

  async next(): Promise<ReadingMessage> {
    while (this.#heard.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#heard.shift() as ReadingMessage;
  }

  goOn(): void {
    this.#thread.goOn();
  }

  /** A thread that is broken off before its last word is ended. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await (this.#hasLastWord ? this.#thread.leave() : this.#thread.end());
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
