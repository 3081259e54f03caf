import { toInstant, type Instant } from '#lib/domain/shared/time.ts';

/** The server's clock. Only hooks, the cli, jobs and tests make acts; everything below reads `act.now`. */
export function currentInstant(): Instant {
  return toInstant(Date.now());
}
