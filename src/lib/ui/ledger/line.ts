import type { EntryOrigin, SourceKind } from '#lib/domain/hours/entry.ts';

/** An entry of a ledger as it is shown: day and place of what it was earned by, and whether it still stands. */
export interface Line {
  id: string;
  title: string;
  sourceKind: SourceKind;
  sourceId: string;
  origin: EntryOrigin;
  heldOn: string | null;
  outside: { importId: string; source: string; fileName: string } | null;
  enteredAt: string;
  hundredths: number;
  minutes: number | null;
  cutHundredths: number | null;
  isReversal: boolean;
  isReversed: boolean;
  reason: string | null;
}
