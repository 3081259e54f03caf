import type { ImportState } from '#lib/domain/imports/state.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction, isDuplicate, runtimeOf, writeFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { timed } from '../platform/chunks.ts';
import { Overtaken, rowsInChunks, Stopped } from './chunks.ts';
import * as q from './queries.ts';
import * as rows from './queries.rows.ts';
import { readBatch } from './reading.ts';
import { appliedRow, batchOf, type AppliedRow, type Batch, type BatchRow } from './rows.ts';
import { clear } from './shelf.ts';

/** What a room does with the rows of its files. Every step may be repeated after a crash. */
export interface ImportKind {
  kind: q.ImportKindName;
  /** Verb of the audit when it is done: `people.imported`. */
  imported: string;
  /** Verb of the audit when it is taken back. */
  withdrawn: string;
  /** Plain data that the reading thread needs beside the file. */
  contextOf(act: Act, batch: Batch): Promise<unknown>;
  /** False where rows that change or end something would no longer do what was previewed. */
  isStillTrue(act: Act, batch: Batch, rows: AppliedRow[]): Promise<boolean>;
  /** Writes new things, inactive as long as the batch is not done. */
  insert(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void>;
  /** In the transaction in which the batch becomes done. */
  activate(act: Act, batch: Batch): Promise<void>;
  /** After the batch is done: changes and ends what was there, announces what is new. */
  settle(act: Act, batch: Batch, rows: AppliedRow[]): Promise<void>;
  /** Removes the next of what `insert` wrote; answers how many, 0 at the end. */
  withdraw(act: Act, batch: Batch, limit: number): Promise<number>;
}

export interface Outcome {
  finished: number;
  withdrawn: number;
}

/** How the rows of one step are taken on. */
interface Pass {
  step: string;
  actions: readonly string[];
  /** State of the batch without which the chunk is rolled back. */
  state: ImportState;
  mark: typeof rows.markInserted | typeof rows.markSettled;
  apply(act: Act, some: AppliedRow[]): Promise<void>;
}

/** One pending import of a kind. */
export class Run {
  readonly #act: Act;
  readonly #kind: ImportKind;
  readonly #row: BatchRow;
  readonly #batch: Batch;
  readonly #stopping: AbortSignal;

  constructor(act: Act, kind: ImportKind, { row, stopping }: { row: BatchRow; stopping: AbortSignal }) {
    this.#act = act;
    this.#kind = kind;
    this.#row = row;
    this.#batch = batchOf(row);
    this.#stopping = stopping;
  }

  /** Takes it from the state in which it stands to the next at which somebody else must decide. */
  async step(outcome: Outcome): Promise<void> {
    const { state } = this.#row;
    if (state === 'reading') return this.#read();
    if (state === 'withdrawing') {
      await this.#withdraw();
      outcome.withdrawn += 1;
      return;
    }
    if (state === 'applying' && !(await this.#apply())) return;
    await this.#settle();
    await q.settleBatch(this.#act.db, this.#row.id, this.#act.now).execute();
    outcome.finished += 1;
  }

  async #read(): Promise<void> {
    const { db } = this.#act;
    await this.#forgetRows();
    const context = await this.#kind.contextOf(this.#act, this.#batch);
    await readBatch(db, this.#row, { context, stopping: this.#stopping });
    if (this.#stopping.aborted) throw new Stopped();
  }

  /** False where it had to be taken back: the data moved since the preview. */
  async #apply(): Promise<boolean> {
    const { id } = this.#row;
    try {
      if (!(await this.#isStillTrue())) return await this.#giveUp('检查之后数据有了变化，本次导入没有写入。');
      await this.#insert();
    } catch (error) {
      if (error instanceof DomainError) return this.#giveUp(error.message);
      if (!isDuplicate(error)) throw error;
      return this.#giveUp('写入时发现同样的内容已被他人登记，本次导入已全部撤回。');
    }
    await inTransaction(this.#act, async (own) => {
      const set = { done_at: own.now, handled: 0, report: null };
      const done = await q.moveBatch(own.db, { id, from: ['applying'], to: 'done', set }).executeTakeFirst();
      if (done.numUpdatedRows === 0n) throw new Overtaken();
      await this.#kind.activate(own, this.#batch);
      await audit.record(own, this.#entry());
    });
    await clear(this.#act.db, id);
    return true;
  }

  #entry() {
    const {
      file_name: fileName,
      file_sha256: sha256,
      effective_on: from,
      applied_by: confirmedBy,
    } = this.#row;
    const { added, changed, ended, unchanged } = this.#row;
    const subject = { kind: 'importBatch', id: this.#row.id };
    const details = { fileName, sha256, from, added, changed, ended, unchanged, confirmedBy };
    return { verb: this.#kind.imported, subject, details };
  }

  async #giveUp(sentence: string): Promise<false> {
    const { id } = this.#row;
    const set = { message: `${sentence}请重新上传文件再检查一次。` };
    await q.moveBatch(this.#act.db, { id, from: ['applying'], to: 'withdrawing', set }).execute();
    runtimeOf(this.#act.db).log.warn({ batchId: id, reason: sentence }, 'an import is taken back');
    return false;
  }

  async #isStillTrue(): Promise<boolean> {
    const asked = { batchId: this.#row.id, step: 'staged', actions: ['change', 'end'], limit: 50 };
    for (let after = 0; ;) {
      const stored = await askFixed(this.#act.db, rows.rowsAt, { ...asked, after });
      if (stored.length === 0) return true;
      const applied = stored.map((one) => appliedRow(this.#act.db, one));
      if (!(await this.#kind.isStillTrue(this.#act, this.#batch, applied))) return false;
      after = stored[stored.length - 1]?.row_number ?? after;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#stopping.aborted) throw new Stopped();
    }
  }

  /** Takes the rows of one step on, chunk by chunk, each in one transaction. */
  #pass({ step, actions, state, mark, apply }: Pass): Promise<void> {
    const batchId = this.#row.id;
    const chunk = async (own: Act, limit: number): Promise<number> => {
      const stored = await askFixed(own.db, rows.rowsAt, { batchId, step, actions, after: 0, limit });
      if (stored.length === 0) return 0;
      await this.#claim(own, mark, { rows: stored.map((one) => one.row_number), from: [step] });
      await apply(
        own,
        stored.map((one) => appliedRow(own.db, one)),
      );
      await this.#count(own, state, stored.length);
      return stored.length;
    };
    return rowsInChunks(this.#stopping, (limit) =>
      inTransaction(this.#act, (own) => timed(() => chunk(own, limit))),
    );
  }

  #insert(): Promise<void> {
    return this.#pass({
      ...{ step: 'staged', actions: ['add'], state: 'applying', mark: rows.markInserted },
      apply: (own, some) => this.#kind.insert(own, this.#batch, some),
    });
  }

  /** New things first, then what changes or ends. */
  async #settle(): Promise<void> {
    const actions = ['add', 'change', 'end', 'same'];
    for (const step of ['inserted', 'staged'])
      await this.#pass({
        ...{ step, actions, state: 'done', mark: rows.markSettled },
        apply: (own, some) => this.#kind.settle(own, this.#batch, some),
      });
  }

  /** Takes rows for this process, should a lease ever have passed on while it was at work. */
  async #claim(own: Act, mark: Pass['mark'], asked: { rows: number[]; from: string[] }): Promise<void> {
    const taken = await writeFixed(own.db, mark, { batchId: this.#row.id, ...asked });
    if (taken !== asked.rows.length) throw new Overtaken();
  }

  /** Counts the rows of a chunk; where its person cancelled meanwhile, the chunk is rolled back. */
  async #count(own: Act, state: ImportState, count: number): Promise<void> {
    const counted = await writeFixed(own.db, q.addHandled, { id: this.#row.id, state, rows: count });
    if (counted === 0) throw new Overtaken();
  }

  async #withdraw(): Promise<void> {
    await rowsInChunks(this.#stopping, (size) =>
      inTransaction(this.#act, (own) => timed(() => this.#kind.withdraw(own, this.#batch, size))),
    );
    await this.#forgetRows();
    await clear(this.#act.db, this.#row.id);
    await inTransaction(this.#act, async (own) => {
      const { id, applied_by: by, message } = this.#row;
      const from = ['withdrawing'] as const;
      const set = { report: null, handled: 0 };
      const moved = await q.moveBatch(own.db, { id, from, to: 'withdrawn', set }).executeTakeFirst();
      if (moved.numUpdatedRows === 0n) return;
      const subject = { kind: 'importBatch', id };
      await audit.record(own, { verb: this.#kind.withdrawn, subject, details: { by, message } });
    });
  }

  async #forgetRows(): Promise<void> {
    const batchId = this.#row.id;
    const forget = async (limit: number): Promise<number> => {
      const found = await askFixed(this.#act.db, rows.rowNumbers, { batchId, limit });
      const last = found[found.length - 1];
      if (last) await writeFixed(this.#act.db, rows.deleteRows, { batchId, upTo: last.row_number });
      return found.length;
    };
    await rowsInChunks(this.#stopping, (limit) => timed(() => forget(limit)));
  }
}
