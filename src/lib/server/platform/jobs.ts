import { afterCommit, handleOf, leavingTransaction, type Db } from '../db/index.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Act } from './act.ts';
import { currentInstant } from './clock.ts';
import { noteFailure, noteMended } from './failures.ts';
import { newId } from './ids.ts';
import { dropLeases, keepPresent, newHolder, takeLease } from './leases.ts';
import type { Log } from './log.ts';

/** Work that one process of the installation does at a time, under a lease. */
export interface Job {
  name: string;
  everySeconds: number;
  /** How long another process waits for one that was killed; the usual 15 s unless told. */
  leaseSeconds?: number;
  /** Whether a round would find something to do; where not, it takes no lease and writes nothing. Always unless told. */
  isDue?(db: Db, now: Instant): Promise<boolean>;
  /** Every process of the installation does it, without a lease. */
  isOfEvery?: boolean;
  /** `stopping` is aborted when the server is asked to end: long work stops where it can be taken up again. */
  run(act: Act, stopping: AbortSignal): Promise<unknown>;
}

/** A lease outlives one round, so that a killed process is followed by another soon. */
const LEASE_SECONDS = 15;

interface Round {
  holder: string;
  stopping: AbortSignal;
}

async function runIn(db: Db, { name, run }: Job, stopping: AbortSignal): Promise<void> {
  await run(
    { actor: { kind: 'system', job: name }, now: currentInstant(), requestId: newId(), db },
    stopping,
  );
}

/** Runs a job's round under its lease, which is renewed for as long as the round takes; false while another holds it. */
async function roundOf(db: Db, job: Job, { holder, stopping }: Round): Promise<boolean> {
  if (job.isOfEvery) {
    await runIn(db, job, stopping);
    return true;
  }
  const lease = { name: job.name, holder, seconds: job.leaseSeconds ?? LEASE_SECONDS };
  if (!(await takeLease(db, { ...lease, begunAt: currentInstant() }))) return false;
  const renew = () => void takeLease(db, lease).catch(() => undefined);
  const renewing = setInterval(renew, (lease.seconds * 1000) / 3);
  try {
    await runIn(db, job, stopping);
  } finally {
    clearInterval(renewing);
  }
  return true;
}

/** One round of a job outside a server, e.g. by the cli; false where a running server does it. */
export async function runOnce(db: Db, job: Job): Promise<boolean> {
  const holder = newHolder();
  try {
    return await roundOf(db, job, { holder, stopping: new AbortController().signal });
  } finally {
    await dropLeases(db, holder);
  }
}

const LOOPS = Symbol('loops of the jobs that this process runs');

function loopsOf(db: Db): Map<string, Loop> {
  return handleOf(db, LOOPS, () => new Map<string, Loop>());
}

/**
 * Has a job's next round begin now instead of at its turn: for who has just left work for it; within a transaction once
 * that holds. Does nothing where this process runs no such job, nor where another holds its lease: its turn comes by
 * itself.
 */
export function wakeJob(db: Db, name: string): void {
  afterCommit(db, () => loopsOf(db).get(name)?.wake());
}

/** Starts every job in this process; each waits for its own end before its next round. Returns how to stop them. */
export function startJobs(db: Db, log: Log, jobs: Job[]): () => Promise<void> {
  const holder = newHolder();
  const stopping = new AbortController();
  const round = { holder, stopping: stopping.signal };
  const leave = keepPresent(db, log, holder);
  for (const job of jobs) loopsOf(db).set(job.name, new Loop(db, job, { log, round }));
  return async () => {
    stopping.abort();
    const loops = jobs.map((job) => loopsOf(db).get(job.name));
    for (const job of jobs) loopsOf(db).delete(job.name);
    await Promise.all(loops.map((loop) => loop?.end()));
    await leave();
  };
}

/** One job of this process: a round at a time, the next at its turn or when somebody wakes it. */
class Loop {
  readonly #db: Db;
  readonly #job: Job;
  readonly #log: Log;
  readonly #round: Round;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isWoken = false;
  #isHolding = false;
  /** Another process, or this one before it was started anew, may have left the job failing. */
  #mayBeFailing = true;

  constructor(db: Db, job: Job, { log, round }: { log: Log; round: Round }) {
    this.#db = db;
    this.#job = job;
    this.#log = log;
    this.#round = round;
    this.#begin();
  }

  /** Begins a round now; after the one under way, which may have looked before there was something to see. */
  wake(): void {
    if (this.#running) this.#isWoken = true;
    else leavingTransaction(() => this.#begin());
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#running = this.#run().then(() => this.#rest());
  }

  #rest(): void {
    this.#running = null;
    if (this.#round.stopping.aborted) return;
    const seconds = this.#isWoken ? 0 : this.#job.everySeconds;
    this.#isWoken = false;
    this.#timer = setTimeout(() => this.#begin(), seconds * 1000);
  }

  async #giveUp(): Promise<void> {
    if (!this.#isHolding) return;
    await dropLeases(this.#db, this.#round.holder, this.#job.name);
    this.#isHolding = false;
  }

  async #run(): Promise<void> {
    try {
      if (await this.#takeTurn()) await this.#noteGood();
    } catch (error) {
      await this.#noteBad(error);
    }
  }

  /** Whether the job is known to be well: its round went through, or there was nothing to do. */
  async #takeTurn(): Promise<boolean> {
    const { isDue, isOfEvery } = this.#job;
    if (isDue && !(await isDue(this.#db, currentInstant()))) {
      await this.#giveUp();
      return true;
    }
    const isDone = await roundOf(this.#db, this.#job, this.#round);
    this.#isHolding = isDone && !isOfEvery;
    if (!isDue) await this.#giveUp();
    return isDone;
  }

  async #noteGood(): Promise<void> {
    if (!this.#mayBeFailing) return;
    await noteMended(this.#db, this.#job.name);
    this.#mayBeFailing = false;
  }

  async #noteBad(error: unknown): Promise<void> {
    const { name } = this.#job;
    const told = error instanceof Error ? error.stack : String(error);
    this.#log.error({ job: name, error: told }, 'a job failed');
    this.#mayBeFailing = true;
    try {
      await noteFailure(this.#db, name, error);
    } catch (again) {
      this.#log.error({ job: name, error: String(again) }, 'the failure of a job could not be noted');
    }
  }
}
