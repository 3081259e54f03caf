import { hostname } from 'node:os';
import { findsAny, leavingTransaction, type Db } from '../db/index.ts';
import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import { currentInstant } from './clock.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';

/** A lease of one process: who holds it, and for how long after its last renewal. */
export interface Lease {
  name: string;
  holder: string;
  seconds: number;
  /** When the round began for which it is taken; left out where it is renewed. */
  begunAt?: Instant;
}

/** A process says that it lives so often, and is believed for so long. */
const PRESENT_EVERY_SECONDS = 5;
const PRESENT_SECONDS = 15;

/** Name of this process among those of the installation. */
export function newHolder(): string {
  return `${hostname()}:${process.pid}:${newId().slice(-8)}`;
}

/** Takes or renews the lease; false while another live process holds it. */
export async function takeLease(db: Db, { name, holder, seconds, begunAt }: Lease): Promise<boolean> {
  const now = currentInstant();
  const held_until = addSeconds(now, seconds);
  const begun = begunAt === undefined ? {} : { ran_at: begunAt };
  const taken = await db
    .insertInto('job_lease')
    .values({ name, holder, held_until, ran_at: null, ...begun })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, held_until, ...begun })
        .where((or) => or.or([or('job_lease.holder', '=', holder), or('job_lease.held_until', '<', now)])),
    )
    .executeTakeFirst();
  return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether a process of the installation runs, or another just does its work. */
export function isServing(db: Db, now: Instant): Promise<boolean> {
  return findsAny(db.selectFrom('job_lease').select('name').where('held_until', '>', now));
}

/** Jobs whose round under way began before that; they are renewed, so that nobody else takes them up. */
export async function roundsSince(db: Db, now: Instant, before: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('job_lease')
    .select('name')
    .where('held_until', '>', now)
    .where('ran_at', '<', before)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Gives up what a process holds: one lease, or all. */
export async function dropLeases(db: Db, holder: string, name?: string): Promise<void> {
  const dropped = db.deleteFrom('job_lease').where('holder', '=', holder);
  await (name === undefined ? dropped : dropped.where('name', '=', name)).execute();
}

/** Leaves nothing behind of a process that was killed: whoever finds its work takes it up. */
async function dropExpired(db: Db): Promise<void> {
  const now = currentInstant();
  const expired = db.selectFrom('job_lease').select('name').where('held_until', '<', now);
  if ((await expired.execute()).length === 0) return;
  await db.deleteFrom('job_lease').where('held_until', '<', now).execute();
}

/**
 * Says for as long as this process runs that it does, so that nobody restores a backup under it. Returns how to end it
 * with all leases of the process.
 */
export function keepPresent(db: Db, log: Log, holder: string): () => Promise<void> {
  const presence = { name: `server ${holder}`, holder, seconds: PRESENT_SECONDS };
  const say = async (): Promise<void> => {
    try {
      await takeLease(db, presence);
      await dropExpired(db);
    } catch (error) {
      log.error({ error: String(error) }, 'the server could not say that it runs');
    }
  };
  let saying = say();
  const again = (): void => {
    saying = say();
  };
  const timer = leavingTransaction(() => setInterval(again, PRESENT_EVERY_SECONDS * 1000));
  return async () => {
    clearInterval(timer);
    await saying;
    await dropLeases(db, holder);
  };
}
