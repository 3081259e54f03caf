import { leavingTransaction } from './guard.ts';
import { handleOf, type Runtime } from './runtime.ts';
import type { Db } from './schema/index.ts';

interface Waiting<Input, Outcome> {
  input: Input;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** Writes that arrived together: one transaction, one outcome for each input in order, durable when it resolves. */
export type WriteTogether<Input, Outcome> = (inputs: Input[]) => Promise<Outcome[]>;

/** More than this in one statement would pass the engines' limits on parameters. */
const MOST_TOGETHER = 400;
/** Turns of the event loop, well under a millisecond each, that a group may wait for more. */
const MOST_TURNS = 8;

/**
 * Group commit. What is added during one turn of the event loop, or in turns close upon it, is written together, so that many savers share the
 * cost of one durable commit; what arrives while a group is being written waits for the next. One group is in flight
 * per process. A group that fails is tried again one by one, so that a bad input harms no other.
 */
export class WriterGroup<Input, Outcome> {
  readonly #write: WriteTogether<Input, Outcome>;
  #waiting: Waiting<Input, Outcome>[] = [];
  #running: Promise<void> | null = null;

  constructor(write: WriteTogether<Input, Outcome>) {
    this.#write = write;
  }

  /** Resolves with the input's outcome once its group is durable. */
  add(input: Input): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      this.#running ??= leavingTransaction(() => this.#run());
    });
  }

  /** Resolves when nothing is waiting or being written. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#settle();
      const group = this.#waiting.splice(0, MOST_TOGETHER);
      await this.#writeGroup(group);
    }
    this.#running = null;
  }

  /**
   * Bodies of requests that arrived together are read in turns that follow each other closely; as long as each turn
   * brings more, the next is worth waiting for. With 50 savers this doubled the size of the groups.
   */
  async #settle(): Promise<void> {
    let seen = -1;
    for (let turns = 0; turns < MOST_TURNS && this.#waiting.length > seen; turns += 1) {
      seen = this.#waiting.length;
      await turn();
    }
  }

  async #writeGroup(group: Waiting<Input, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.#write(group.map((one) => one.input));
      group.forEach((one, index) => one.resolve(outcomes[index] as Outcome));
    } catch (error) {
      const [only, ...others] = group;
      if (only && others.length === 0) return only.reject(error);
      for (const one of group) await this.#writeGroup([one]);
    }
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The process's group for one kind of write over this database, made on first use; it is drained at close. */
export function groupOf<Input, Outcome>(
  db: Db,
  key: symbol,
  write: (root: Db, inputs: Input[]) => Promise<Outcome[]>,
): WriterGroup<Input, Outcome> {
  return handleOf(db, key, (runtime: Runtime) => {
    const group = new WriterGroup<Input, Outcome>((inputs) => write(runtime.root, inputs));
    runtime.closers.push(() => group.drained());
    return group;
  });
}
