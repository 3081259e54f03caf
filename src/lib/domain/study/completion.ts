import { planYearOf, type Instant } from '../shared/time.ts';

/** How a lesson was completed; 培训学时 may differ for a test-out. */
export type Origin = 'check' | 'testOut';

export interface Progress {
  /** A completion of this plan year stands. */
  completed: boolean;
  /** A check of this opening was passed since the last reversal. */
  checkPassed: boolean;
  elapsedSeconds: number;
  minimumSeconds: number;
}

/** Where a lesson that was opened stands. */
export type Outcome =
  | { kind: 'completed' }
  /** Check passed and time reached: the next request completes it. */
  | { kind: 'due' }
  /** Check passed; it stays good, only reading time is missing. */
  | { kind: 'timeMissing'; seconds: number }
  | { kind: 'checkMissing' };

/** A lesson is completed when the server's clock shows its minimum time and its check is passed (`product.md`, Credit). */
export function outcomeOf(progress: Progress): Outcome {
  if (progress.completed) return { kind: 'completed' };
  if (!progress.checkPassed) return { kind: 'checkMissing' };
  const seconds = progress.minimumSeconds - progress.elapsedSeconds;
  return seconds > 0 ? { kind: 'timeMissing', seconds } : { kind: 'due' };
}

/** `3 分 20 秒`: what is missing, the only time a learner is ever shown. */
export function missingText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} 秒`;
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`;
}

/**
 * The test-out is offered once a person, lesson and plan year, and only before the check was tried: whoever has seen
 * its explanations reads the text.
 */
export function mayTestOut(tries: { completed: boolean; checks: number; testOuts: number }): boolean {
  return !tries.completed && tries.checks === 0 && tries.testOuts === 0;
}

/**
 * True while an opening may be read on: nothing was completed since, and its text is the published one or was
 * opened in this plan year (nobody starts again because a lesson was revised under his eyes).
 */
export function goesOn(
  opening: { lessonVersionId: string; openedAt: Instant },
  today: { publishedVersionId: string | null; planYear: number; completedAt: Instant | null },
): boolean {
  if (today.completedAt !== null && today.completedAt >= opening.openedAt) return false;
  return (
    opening.lessonVersionId === today.publishedVersionId || planYearOf(opening.openedAt) === today.planYear
  );
}

/**
 * Revision of the next completion of a person, lesson and plan year: one more than the last, and only when that one
 * was reversed; null while one stands.
 */
export function nextRevision(last: { revision: number; reversedAt: Instant | null } | null): number | null {
  if (last === null) return 1;
  return last.reversedAt === null ? null : last.revision + 1;
}
