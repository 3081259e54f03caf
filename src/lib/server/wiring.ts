import type { Db } from './db/index.ts';

/** The only list of who listens to which fact; its order is the order of calling. */
export function wire(db: Db): void {
  void db;
}
