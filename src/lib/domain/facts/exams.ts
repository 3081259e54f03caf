export type ExamFact =
  | { kind: 'attemptClosed'; attemptId: string; examId: string; personId: string }
  | {
      kind: 'attemptGraded';
      attemptId: string;
      examId: string;
      personId: string;
      planYear: number;
      scoreHundredths: number;
    }
  /** Attempts of one exam whose scores a regrade moved, those of one transaction together. */
  | {
      kind: 'attemptsRegraded';
      examId: string;
      planYear: number;
      attempts: readonly { attemptId: string; personId: string; scoreHundredths: number }[];
    }
  | { kind: 'candidateChanged'; examId: string; personId: string }
  /** 免考 or 缓考 approved, or an approved one withdrawn. */
  | { kind: 'exemptionDecided'; examId: string; personId: string };
