import type { Job } from '../platform/jobs.ts';
import { keepWithin } from './verbs.retention.ts';

/** Once an hour: what has been kept long enough goes. */
export const keepingJob: Job = {
  name: 'inspection.keepWithin',
  everySeconds: 3600,
  leaseSeconds: 120,
  run: keepWithin,
};
