import { addSeconds, secondsBetween, type Instant } from '../shared/time.ts';

/** A reader who gives no sign of life for this long is taken to have paused. */
export const PAUSE_SECONDS = 600;

/** A stretch of reading of one opening, in the server's time. */
export interface Span {
  startedAt: Instant;
  /** Last request for the lesson, its place or its check while this span was the person's current one. */
  lastSignAt: Instant;
  /** When the person next began a span, of this or another lesson; null for his current one. */
  nextStartedAt: Instant | null;
}

/**
 * End of a span as seen at `now`: the person's next opening or ten minutes after the last sign of life, whichever is
 * first, and never the future.
 */
export function endOf(span: Span, now: Instant): Instant {
  const silent = addSeconds(span.lastSignAt, PAUSE_SECONDS);
  const candidates = [silent, now, ...(span.nextStartedAt === null ? [] : [span.nextStartedAt])];
  return candidates.reduce((least, one) => (one < least ? one : least));
}

/** Sum of an opening's spans in whole seconds. It decides about completion and is shown to nobody. */
export function elapsedSeconds(spans: readonly Span[], now: Instant): number {
  return spans.reduce((sum, span) => sum + Math.max(0, secondsBetween(span.startedAt, endOf(span, now))), 0);
}

/** What a sign of life does to the clock of an opening. */
export type Sign =
  /** The current span goes on. */
  | 'goesOn'
  /** The reader comes back after a pause: a new span begins. */
  | 'readsOn'
  /** The person has since opened another lesson: the clock of this one stands until he opens it again. */
  | 'elsewhere';

/**
 * @param current the person's latest span, of whichever opening; null when there is none
 * @param openingId the opening that gives the sign
 */
export function signOf(
  current: { openingId: string; lastSignAt: Instant } | null,
  openingId: string,
  now: Instant,
): Sign {
  if (current === null || current.openingId !== openingId) return 'elsewhere';
  return now <= addSeconds(current.lastSignAt, PAUSE_SECONDS) ? 'goesOn' : 'readsOn';
}
