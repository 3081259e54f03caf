import * as audit from './audit/index.ts';
import type { Db } from './db/index.ts';
import * as exams from './exams/index.ts';
import { subscribe } from './facts/index.ts';
import * as grading from './grading/index.ts';
import type { Act } from './platform/act.ts';
import type { Job } from './platform/jobs.ts';

/** The only list of who listens to which fact; its order is the order of calling. */
export function wire(db: Db): void {
  subscribe(db, 'attemptClosed', grading.onAttemptClosed);
}

/** What must be done before the first request of a starting server. */
export const atStart: ((act: Act) => Promise<unknown>)[] = [exams.afterOutage];

/** What the installation does by itself, each under a lease. */
export const jobs: Job[] = [
  { name: 'audit.seal', everySeconds: 1, run: audit.seal },
  { name: 'exams.keepTime', everySeconds: 2, run: exams.keepTime },
];
