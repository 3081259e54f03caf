import { hostname } from 'node:os';
import { handleOf, leavingTransaction, type Db } from '../db/index.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import type { Act } from './act.ts';
import { currentInstant } from './clock.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';

/** Work that one process of the installation does at a time, under a lease. */
export interface Job {
  name: string;
  everySeconds: number;
  /** How long another process waits for one that was killed; the usual 15 s unless told. */
  leaseSeconds?: number;
  /** `stopping` is aborted when the server is asked to end: long work stops where it can be taken up again. */
  run(act: Act, stopping: AbortSignal): Promise<unknown>;
}

/** A lease outlives one round, so that a killed process is followed by another soon. */
const LEASE_SECONDS = 15;

/** Takes or renews the lease; false while another live process holds it. */
async function takeLease(db: Db, { name, leaseSeconds }: Job, holder: string): Promise<boolean> {
  const now = currentInstant();
  const held_until = addSeconds(now, leaseSeconds ?? LEASE_SECONDS);
  const taken = await db
    .insertInto('job_lease')
    .values({ name, holder, held_until, ran_at: null })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, held_until })
        .where((or) => or.or([or('job_lease.holder', '=', holder), or('job_lease.held_until', '<', now)])),
    )
    .executeTakeFirst();
  return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface Round {
  holder: string;
  stopping: AbortSignal;
}

/** Runs a job's round under its lease, which is renewed for as long as the round takes; false while another holds it. */
async function roundOf(db: Db, job: Job, { holder, stopping }: Round): Promise<boolean> {
  if (!(await takeLease(db, job, holder))) return false;
  const renew = () => void takeLease(db, job, holder).catch(() => undefined);
  const renewing = setInterval(renew, ((job.leaseSeconds ?? LEASE_SECONDS) * 1000) / 3);
  try {
    const actor = { kind: 'system', job: job.name } as const;
    await job.run({ actor, now: currentInstant(), requestId: newId(), db }, stopping);
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
    await db.deleteFrom('job_lease').where('holder', '=', holder).execute();
  }
}

function newHolder(): string {
  return `${hostname()}:${process.pid}:${newId().slice(-8)}`;
}

const LOOPS = Symbol('loops of the jobs that this process runs');

function loopsOf(db: Db): Map<string, Loop> {
  return handleOf(db, LOOPS, () => new Map<string, Loop>());
}

/**
 * Has a job's next round begin now instead of at its turn: for who has just left work for it, after the commit. Does
 * nothing where this process runs no such job, nor where another holds its lease: its turn comes by itself.
 */
export function wakeJob(db: Db, name: string): void {
  loopsOf(db).get(name)?.wake();
}

/** Starts every job in this process; each waits for its own end before its next round. Returns how to stop them. */
export function startJobs(db: Db, log: Log, jobs: Job[]): () => Promise<void> {
  const holder = newHolder();
  const stopping = new AbortController();
  const round = { holder, stopping: stopping.signal };
  for (const job of jobs) loopsOf(db).set(job.name, new Loop(db, job, { log, round }));
  return async () => {
    stopping.abort();
    const loops = jobs.map((job) => loopsOf(db).get(job.name));
    for (const job of jobs) loopsOf(db).delete(job.name);
    await Promise.all(loops.map((loop) => loop?.end()));
    await db.deleteFrom('job_lease').where('holder', '=', holder).execute();
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

  async #run(): Promise<void> {
    try {
      await roundOf(this.#db, this.#job, this.#round);
    } catch (error) {
      const told = error instanceof Error ? error.stack : String(error);
      this.#log.error({ job: this.#job.name, error: told }, 'a job failed');
    }
  }
}
