import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadingMessage } from '#lib/domain/imports/reading.ts';
import { leavingTransaction } from '../db/index.ts';
import { packageRoot } from '../platform/root.ts';
import type { ReadingTask, ReadingWord } from './rows.task.ts';

const MOST_MEGABYTES = 900;
/** Milliseconds that a thread waits for the next file: whoever mends one soon brings it again. */
const MOST_REST = 30_000;

export interface Listener {
  hear(message: ReadingMessage): void;
  /** The thread has ended, whatever of. */
  lose(): void;
}

const nobody: Listener = { hear: () => undefined, lose: () => undefined };

/** A thread that reads one file after another, each with a connection of its own to the file's database. */
export class ReadingThread {
  readonly #worker: Worker;
  #listener = nobody;
  #isFree = true;
  #isGone = false;
  /** Runs once the thread is free or gone. */
  #leave: () => void = () => undefined;
  #rest: NodeJS.Timeout | undefined;

  private constructor() {
    const file = join(packageRoot(), 'src/workers/import.ts');
    const limits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
    this.#worker = leavingTransaction(() => new Worker(file, { resourceLimits: limits }));
    this.#worker.on('message', (word: ReadingWord) => {
      if (word.kind !== 'free') return this.#listener.hear(word);
      this.#isFree = true;
      this.#leave();
    });
    this.#worker.on('error', () => this.#lose());
    this.#worker.on('exit', () => this.#lose());
  }

  /** Has a file read by the thread that rests, else by a new one. */
  static read(task: ReadingTask, listener: Listener): ReadingThread {
    const thread = resting.pop() ?? new ReadingThread();
    clearTimeout(thread.#rest);
    thread.#listener = listener;
    thread.#isFree = false;
    thread.#worker.ref();
    thread.#worker.postMessage(task);
    return thread;
  }

  goOn(): void {
    this.#worker.postMessage('go on');
  }

  /** Lets the thread rest once it has closed the database: it has said its last word of this file. */
  async leave(): Promise<void> {
    if (!this.#isFree && !this.#isGone) await new Promise<void>((resolve) => (this.#leave = resolve));
    if (this.#isGone || resting.length > 0) return this.end();
    this.#listener = nobody;
    this.#worker.unref();
    this.#rest = setTimeout(() => void this.end(), MOST_REST).unref();
    resting.push(this);
  }

  async end(): Promise<void> {
    resting = resting.filter((thread) => thread !== this);
    this.#listener = nobody;
    await this.#worker.terminate();
  }

  #lose(): void {
    resting = resting.filter((thread) => thread !== this);
    this.#isGone = true;
    this.#leave();
    this.#listener.lose();
  }
}

/** Loading a thread's modules costs more than reading a file of a hundred people: one is kept for a moment. */
let resting: ReadingThread[] = [];
