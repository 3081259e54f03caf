import type { Instant } from '../shared/time.ts';

export type Ledger = 'training' | 'credit';

export type StudyFact =
  | {
      kind: 'lessonCompleted';
      completionId: string;
      personId: string;
      lessonId: string;
      lessonVersionId: string;
      planYear: number;
      completedAt: Instant;
      origin: 'check' | 'testOut';
      revision: number;
      /** Declared study minutes of the version. */
      studyMinutes: number;
      /** Declared 学分 in hundredths. */
      creditHundredths: number;
    }
  /** A check or test-out was answered: what was right and what was wrong. */
  | {
      kind: 'checkAnswered';
      personId: string;
      answers: { questionVersionId: string; isRight: boolean }[];
    }
  /** A completion was taken back with a reason; the lesson may be completed again. */
  | {
      kind: 'lessonReversed';
      completionId: string;
      personId: string;
      lessonId: string;
      planYear: number;
      reason: string;
    }
  | {
      kind: 'hoursEntered' | 'entryReversed';
      entryId: string;
      personId: string;
      ledger: Ledger;
      planYear: number;
    };
