import type { Instant } from '#lib/domain/shared/time.ts';
import { findsAny, type Db } from '../db/index.ts';
import { currentInstant } from './clock.ts';

/** The latest failure of a job. */
export interface JobFailure {
  job: string;
  /** Since then every round has failed, or did until it was mended. */
  since: Instant;
  failedAt: Instant;
  rounds: number;
  error: string;
  /** When a round went well again; null while it fails. */
  mendedAt: Instant | null;
}

const LONGEST_ERROR = 300;

/** What the error says, without the way through the code, which stands in the log. */
function sentenceOf(error: unknown): string {
  const told = error instanceof Error ? error.message : String(error);
  return (told.split('\n')[0] ?? '').slice(0, LONGEST_ERROR);
}

/** Notes that a round of a job failed: the next of a row, or the first of a new one. */
export async function noteFailure(db: Db, job: string, error: unknown): Promise<void> {
  const now = currentInstant();
  const told = { failed_at: now, error: sentenceOf(error), mended_at: null };
  await db
    .insertInto('job_failure')
    .values({ job, since: now, rounds: 1, ...told })
    .onConflict((conflict) =>
      conflict.column('job').doUpdateSet((is) => ({
        ...told,
        since: is
          .case()
          .when('job_failure.mended_at', 'is', null)
          .then(is.ref('job_failure.since'))
          .else(now)
          .end(),
        rounds: is
          .case()
          .when('job_failure.mended_at', 'is', null)
          .then(is('job_failure.rounds', '+', 1))
          .else(1)
          .end(),
      })),
    )
    .execute();
}

/** Notes that a job that failed does its work again; writes nothing where none failed. */
export async function noteMended(db: Db, job: string): Promise<void> {
  const failing = db.selectFrom('job_failure').select('job').where('job', '=', job);
  if (!(await findsAny(failing.where('mended_at', 'is', null)))) return;
  await db
    .updateTable('job_failure')
    .set({ mended_at: currentInstant() })
    .where('job', '=', job)
    .where('mended_at', 'is', null)
    .execute();
}

/** The failures of all jobs that ever failed, the latest first. */
export async function listFailures(db: Db): Promise<JobFailure[]> {
  const rows = await db.selectFrom('job_failure').selectAll().orderBy('failed_at', 'desc').execute();
  return rows.map(({ job, since, rounds, error, failed_at: failedAt, mended_at: mendedAt }) => ({
    ...{ job, since, failedAt, rounds, error, mendedAt },
  }));
}
