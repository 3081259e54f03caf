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
  run(act: Act): Promise<unknown>;
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

/** Starts every job in this process; each waits for its own end before its next round. Returns how to stop them. */
export function startJobs(db: Db, log: Log, jobs: Job[]): () => Promise<void> {
  const holder = `${hostname()}:${process.pid}:${newId().slice(-8)}`;
  let isStopped = false;
  const loops = jobs.map((job) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();
    const round = async (): Promise<void> => {
      try {
        if (await takeLease(db, job, holder)) {
          await job.run({
            actor: { kind: 'system', job: job.name },
            now: currentInstant(),
            requestId: newId(),
            db,
          });
        }
      } catch (error) {
        log.error(
          { job: job.name, error: error instanceof Error ? error.stack : String(error) },
          'a job failed',
        );
      }
      if (!isStopped) timer = setTimeout(start, job.everySeconds * 1000);
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
    isStopped = true;
    await Promise.all(loops.map((stop) => stop()));
    await db.deleteFrom('job_lease').where('holder', '=', holder).execute();
  };
}
