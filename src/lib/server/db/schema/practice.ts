export interface PracticeTables {
  practice_card: {
    id: string;
    person_id: string;
    question_id: string;
    /** The version last answered. */
    version_id: string;
    /** Days in ten-thousandths. */
    stability: number;
    /** 1–10 in ten-thousandths. */
    difficulty: number;
    reviewed_on: string;
    due_on: string;
    reviews: number;
    lapses: number;
  };
  practice_mistake: {
    id: string;
    person_id: string;
    question_id: string;
    source: string;
    wrong_at: string;
    times: number;
    right_days: number;
    last_right_on: string | null;
    answered_at: string;
  };
  practice_run: {
    id: string;
    person_id: string;
    /** `set` or `mock`. */
    kind: string;
    title: string;
    started_at: string;
    ended_at: string | null;
    /** From here on a mock exam's, null for a set. */
    duration_seconds: number | null;
    seconds_left: number | null;
    running_since: string | null;
    half_for_subset: number | null;
    pass_hundredths: number | null;
    /** Null until it is handed in. */
    score_hundredths: number | null;
    full_hundredths: number | null;
  };
  practice_item: {
    run_id: string;
    /** From 1. */
    position: number;
    question_id: string;
    version_id: string;
    /** JSON `{ v: 1, options: string[] }`, ids of the bank in the order shown. */
    options: string;
    /** What it is worth in a mock exam; 0 in a set. */
    points_hundredths: number;
    /** Ids of the bank joined as a key is; null until answered. */
    chosen: string | null;
    is_right: number | null;
    score_hundredths: number | null;
    answered_at: string | null;
    rating: string | null;
    /** JSON `{ v: 1, card }` of the card before the answer, `card` null for a question met the first time. */
    memory_before: string | null;
  };
}
