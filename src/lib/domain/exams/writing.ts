import type { Instant } from '../shared/time.ts';

export type AttemptStatus = 'open' | 'submitted' | 'closed';

/** What decides whether an attempt still takes answers. */
export interface WritableAttempt {
  status: AttemptStatus;
  deadline: Instant;
  /** Number of the page that may write; each takeover adds one. */
  writer: number;
}

export type WriteRefusal = 'ended' | 'late' | 'takenOver';

/** Why a page may not write at `now`, or null when it may. The moment of the deadline itself is in time. */
export function writeRefusal(attempt: WritableAttempt, writer: number, now: Instant): WriteRefusal | null {
  if (attempt.status !== 'open') return 'ended';
  if (now > attempt.deadline) return 'late';
  return attempt.writer === writer ? null : 'takenOver';
}

/** One answer as a page sends it. A revision counts up with every change of that item's answer. */
export interface Save {
  itemId: string;
  revision: number;
  value: string;
}

export interface StoredAnswer {
  revision: number;
  value: string;
}

/**
 * The stored answer after a save: an older or equal revision never overwrites. This is the rule that the
 * conditional upsert carries out, so that any order and repetition of saves ends the same.
 */
export function afterSave(stored: StoredAnswer | null, save: Save): StoredAnswer {
  if (stored !== null && stored.revision >= save.revision) return stored;
  return { revision: save.revision, value: save.value };
}

/** The last revision of each item, ordered by item: what is left to write of saves that arrived together. */
export function lastOfEach<One extends { attemptId: string; itemId: string; revision: number }>(
  saves: readonly One[],
): One[] {
  const last = new Map<string, One>();
  for (const save of saves) {
    const key = `${save.attemptId} ${save.itemId}`;
    const known = last.get(key);
    if (!known || known.revision < save.revision) last.set(key, save);
  }
  return [...last.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, save]) => save);
}
