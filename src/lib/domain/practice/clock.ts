import { addSeconds, secondsBetween, type Instant } from '../shared/time.ts';

/** The clock of a mock exam, which its owner may stop. */
export interface StoppableClock {
  /** Seconds left when it was last stopped or set going. */
  secondsLeft: number;
  /** Null while it stands. */
  runningSince: Instant | null;
}

/** Whole seconds left at `now`, never negative. */
export function secondsLeftAt({ secondsLeft, runningSince }: StoppableClock, now: Instant): number {
  if (runningSince === null) return secondsLeft;
  return Math.max(0, secondsLeft - Math.max(0, secondsBetween(runningSince, now)));
}

export function stopped(clock: StoppableClock, now: Instant): StoppableClock {
  return { secondsLeft: secondsLeftAt(clock, now), runningSince: null };
}

/** Going on at `now`; a running clock stays as it is. */
export function running(clock: StoppableClock, now: Instant): StoppableClock {
  return clock.runningSince === null ? { ...clock, runningSince: now } : clock;
}

/** When a running clock comes to its end; null while it stands. */
export function endOf({ secondsLeft, runningSince }: StoppableClock): Instant | null {
  return runningSince === null ? null : addSeconds(runningSince, secondsLeft);
}

/** `59 分 30 秒` of whole seconds. */
export function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${String(seconds % 60).padStart(2, '0')} 秒`;
}
