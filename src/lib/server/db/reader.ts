import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { packageRoot } from '../platform/root.ts';
import { postgresDialect } from './dialects.ts';
import { leavingTransaction } from './guard.ts';
import { bindRuntime, handleOf, runtimeOf, type Runtime } from './runtime.ts';
import type { Db, Tables } from './schema/index.ts';

/** What a reading thread is told: a question about a database, or that it is being closed. */
export type ReadingWords =
  | { kind: 'question'; file: string; module: string; name: string; args: unknown }
  | { kind: 'farewell'; file: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One thread with a read-only connection to each file that it is asked about, left idle between reads. */
class ReadingThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #failed: Error | null = null;

  constructor() {
    this.#worker = new Worker(join(packageRoot(), 'src/workers/read.ts'));
    this.#worker.unref();
    this.#worker.on('message', (answer: { id: number; value?: unknown; error?: string }) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (answer.error === undefined) waiting?.resolve(answer.value);
      else waiting?.reject(new Error(answer.error));
    });
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the reading thread ended')));
  }

  get failed(): boolean {
    return this.#failed !== null;
  }

  /** Questions that wait for their answer. */
  get busy(): number {
    return this.#waiting.size;
  }

  /** What the thread says to `words`. */
  ask(words: ReadingWords): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failed) return reject(this.#failed);
      this.#asked += 1;
      this.#waiting.set(this.#asked, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...words, id: this.#asked });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failed = error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

/**
 * Threads whose database was closed, without a connection: the next one opened in this process takes them over, for
 * loading a thread's modules costs more than most reads.
 */
const resting: ReadingThread[] = [];

/** Threads of an installation: who asks for little does not wait behind who asks for a whole report. */
const MOST_THREADS = 2;

/** The installation's reading threads, each started when those before it are at work; a failed one is replaced. */
class Reader {
  readonly #file: string;
  #threads: ReadingThread[] = [];

  constructor(runtime: Runtime) {
    this.#file = runtime.location;
    runtime.closers.push(async () => {
      await Promise.all(this.#threads.map((thread) => this.#part(thread)));
    });
  }

  ask(module: string, name: string, args: unknown): Promise<unknown> {
    this.#threads = this.#threads.filter((thread) => !thread.failed);
    return this.#next().ask({ kind: 'question', file: this.#file, module, name, args });
  }

  /** A thread without work, else a new one, else the one with the least. */
  #next(): ReadingThread {
    const [least] = this.#threads.toSorted((a, b) => a.busy - b.busy);
    if (least && (least.busy === 0 || this.#threads.length >= MOST_THREADS)) return least;
    const thread = resting.pop() ?? new ReadingThread();
    this.#threads.push(thread);
    return thread;
  }

  /** Ends a thread, or lets one without work rest once it has closed the file. */
  async #part(thread: ReadingThread): Promise<void> {
    if (thread.failed || thread.busy > 0 || resting.length >= MOST_THREADS) return thread.end();
    await thread.ask({ kind: 'farewell', file: this.#file });
    resting.push(thread);
  }
}

const READER = Symbol('reader');
const REPLICA = Symbol('replica');

/**
 * Runs an exported query function `name(db, args)` of `src/lib/server/<module>` away from the thread that answers
 * exam takers: on SQLite in a worker with a read-only connection, on PostgreSQL in the pool (or the replica's).
 * Arguments and results are plain data. The caller has authorized before.
 */
export async function readHeavy<T>(db: Db, module: string, name: string, args: unknown): Promise<T> {
  const runtime = runtimeOf(db);
  if (runtime.engine === 'sqlite') {
    const reader = handleOf(db, READER, (own) => new Reader(own));
    return (await leavingTransaction(() => reader.ask(module, name, args))) as T;
  }
  const target = handleOf(db, REPLICA, openReplica);
  const url = pathToFileURL(join(packageRoot(), 'src/lib/server', module)).href;
  const functions = (await import(/* @vite-ignore */ url)) as Record<
    string,
    (db: Db, args: unknown) => Promise<T>
  >;
  const read = functions[name];
  if (!read) throw new Error(`${module} has no ${name}`);
  return leavingTransaction(() => read(target, args));
}

function openReplica(runtime: Runtime): Db {
  if (runtime.replica === '') return runtime.root;
  const dialect = postgresDialect({ url: runtime.replica, most: 4 });
  const replica: Db = new Kysely<Tables>({ dialect });
  bindRuntime(replica, runtime);
  runtime.closers.push(() => replica.destroy());
  return replica;
}
