export interface GradingTables {
  mark: { attempt_id: string; item_id: string; score_hundredths: number };
  /** One mending of a question in one exam, and the rescoring that followed. */
  regrade: {
    id: string;
    exam_id: string;
    /** The version as it stands on the sheets. */
    question_version_id: string;
    kind: 'key' | 'points' | 'void';
    /** Of the kind `key`: the right options, as in `question_version`. */
    answer_key: string | null;
    /** Of the kind `points`: what the question is worth on every sheet. */
    points_hundredths: number | null;
    reason: string;
    /** The exam while attempts are being rescored, else null: one regrade of an exam at a time. */
    exam_in_hand: string | null;
    committed_by: string;
    committed_at: string;
    done_at: string | null;
  };
  /** An attempt that a regrade has looked at, changed or not; written with its new marks. */
  regrade_line: {
    regrade_id: string;
    attempt_id: string;
    before_hundredths: number;
    after_hundredths: number;
  };
  /** What counts for a question in an exam instead of what the bank and the sheets say; marking reads it. */
  amendment: {
    exam_id: string;
    question_version_id: string;
    answer_key: string | null;
    points_hundredths: number | null;
    /** 1: everybody who met it gets full marks. */
    is_void: number;
    /** Version of the bank whose explanation is shown; null for the version on the sheets. */
    explaining_version_id: string | null;
    /** The last regrade that changed it. */
    regrade_id: string;
  };
}
