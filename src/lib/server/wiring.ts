import * as audit from './audit/index.ts';
import type { Db } from './db/index.ts';
import type { Job } from './platform/jobs.ts';

/** The only list of who listens to which fact; its order is the order of calling. */
export function wire(db: Db): void {
  void db;
}

/** What the installation does by itself, each under a lease. */
export const jobs: Job[] = [{ name: 'audit.seal', everySeconds: 1, run: audit.seal }];
