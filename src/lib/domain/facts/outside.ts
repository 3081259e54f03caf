import type { Day } from '../shared/time.ts';
import type { Ledger } from './study.ts';

export type OutsideFact =
  /** A result of another system was brought in. */
  | {
      kind: 'outsideResultEntered';
      recordId: string;
      personId: string;
      ledger: Ledger;
      planYear: number;
      /** As that system awards it, in hundredths. */
      hundredths: number;
      completedOn: Day;
    }
  /** It is taken back with its import, or because the person has it twice. */
  | {
      kind: 'outsideResultReturned';
      recordId: string;
      personId: string;
      planYear: number;
      reason: string;
    }
  /** Its entry alone was reversed in the ledger. */
  | { kind: 'outsideEntryReversed'; recordId: string; personId: string; reason: string };
