import { hostname } from 'node:os';
import type { Db } from '../db/index.ts';
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

/** Starts every job in this process; each waits for its own end before its next round. Returns how to stop them. */
export function startJobs(db: Db, log: Log, jobs: Job[]): () => Promise<void> {
  const holder = newHolder();
  const stopping = new AbortController();
  const loops = jobs.map((job) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();
    const round = async (): Promise<void> => {
      try {
        await roundOf(db, job, { holder, stopping: stopping.signal });
      } catch (error) {
        log.error(
          { job: job.name, error: error instanceof Error ? error.stack : String(error) },
          'a job failed',
        );
      }
      if (!stopping.signal.aborted) timer = setTimeout(start, job.everySeconds * 1000);
    };
    const start = (): void => {
      running = round();
    };
    start();
    return async (): Promise<void> => {
      clearTimeout(timer);
      await running;
    };
  });
  return async () => {
    stopping.abort();
    await Promise.all(loops.map((stop) => stop()));
    await db.deleteFrom('job_lease').where('holder', '=', holder).execute();
  };
}
