export interface HoursTables {
  hour_rule: {
    id: string;
    /** `lesson` or `event`. */
    source_kind: string;
    minutes_per_hour: number;
    half_day_hundredths: number;
    day_hundredths: number;
    /** JSON `{ v: 1, steps: [{ fromMinutes, hundredths }] }`; null where the rule divides. */
    steps: string | null;
    test_out_counts: number;
    /** The provision or decision on which the rule rests. */
    source: string;
    valid_from: string;
    valid_to: string | null;
    entered_by: string;
    entered_at: string;
  };
  hour_entry: {
    id: string;
    ledger: string;
    person_id: string;
    plan_year: number;
    source_kind: string;
    source_id: string;
    /** Counts from one; a reversal of revision n bears −n. */
    revision: number;
    /** Whole seconds where the rule divides; else null. */
    seconds: number | null;
    /** Awarded hundredths where it does not divide; else null. */
    hundredths: number | null;
    /** The rule by which seconds become 学时; null for points. */
    rule_id: string | null;
    /** How it was earned: `check`, `testOut`, `attendance`. */
    origin: string;
    /** The entry that this one takes back. */
    reverses: string | null;
    reason: string | null;
    entered_by: string;
    entered_at: string;
  };
}
