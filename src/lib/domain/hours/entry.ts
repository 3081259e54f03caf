import type { Ledger } from '../facts/study.ts';
import { DomainError } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Measure } from './rule.ts';
import { totalHundredths } from './total.ts';

export type SourceKind = 'lesson' | 'event' | 'claim' | 'import' | 'carry';
export type EntryOrigin = 'check' | 'testOut' | 'attendance' | 'claim' | 'import' | 'carry';

/** What an entry stands for; of one key only one revision stands at a time. */
export interface EntryKey {
  ledger: Ledger;
  personId: string;
  planYear: number;
  sourceKind: SourceKind;
  sourceId: string;
}

/** One line of a ledger: added once, never changed. */
export type Entry = EntryKey &
  Measure & {
    id: string;
    /** Counts from one; a reversal of revision n bears −n. */
    revision: number;
    ruleId: string | null;
    origin: EntryOrigin;
    /** The entry that this one takes back. */
    reverses: string | null;
    reason: string | null;
    enteredAt: Instant;
    /** What the year's cap left out, in the unit of the measure; null for nothing. */
    cut: number | null;
  };

/** Revision of the next entry under a key; null while one stands, so that a repeated fact books nothing twice. */
export function nextRevision(revisions: readonly number[]): number | null {
  const last = Math.max(0, ...revisions);
  if (last > 0 && !revisions.includes(-last)) return null;
  return last + 1;
}

/** The exact negative of an entry, in the same plan year. Throws `conflict` for an entry that is itself a reversal. */
export function reversalOf(entry: Entry, made: { id: string; reason: string; enteredAt: Instant }): Entry {
  if (entry.reverses !== null) throw new DomainError('conflict', '冲销分录不能再冲销，请重新记入。');
  const measure: Measure =
    entry.seconds === null
      ? { seconds: null, hundredths: -entry.hundredths }
      : { seconds: -entry.seconds, hundredths: null };
  return { ...entry, ...measure, ...made, revision: -entry.revision, reverses: entry.id, cut: null };
}

/** What one line shows, in hundredths, rounded towards zero; the year's total is rounded once, over all lines. */
export function shownHundredths(measure: Measure, minutesPerHour: number | null): number {
  const { seconds, hundredths } = measure;
  if (seconds === null) return hundredths;
  const size = totalHundredths([{ minutesPerHour, seconds: Math.abs(seconds), hundredths: 0 }]);
  return seconds < 0 ? 0 - size : size;
}
