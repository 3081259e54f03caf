import type { Job } from '#lib/server/platform/jobs.ts';
import { jobs } from '#lib/server/wiring.ts';

/** The signal of a server that is asked to end after somebody has looked at it so many times. */
export function endingAfter(looks: number): AbortSignal {
  let seen = 0;
  return {
    get aborted() {
      seen += 1;
      return seen > looks;
    },
  } as AbortSignal;
}

/** A job of the installation whose turn comes no second time within a test: who wants it woken must wake it. */
export function rarely(name: string): Job {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return { ...job, everySeconds: 3600 };
}
