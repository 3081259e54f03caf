export interface HoursTables {
  hour_rule: {
    id: string;
    /** `lesson`, `event`, `claim`, `import`, or `carry` and `carryCredit` for what goes into the next year. */
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
    /** Most hundredths a person gets by it in a plan year; null for no end. */
    cap_hundredths: number | null;
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
    /** How it was earned: `check`, `testOut`, `attendance`, `claim`, `import`, `carry`. */
    origin: string;
    /** The entry that this one takes back. */
    reverses: string | null;
    reason: string | null;
    entered_by: string;
    entered_at: string;
    /** What the year's cap left out, in the unit of the entry's measure; null for nothing. */
    cut: number | null;
  };
  /** Own training outside the installation, declared with a file. */
  claim: {
    id: string;
    person_id: string;
    ledger: string;
    plan_year: number;
    title: string;
    organiser: string;
    held_on: string;
    /** `minutes`, `halfDay` or `day`. */
    span: string;
    minutes: number;
    note: string;
    file_id: string;
    /** `asked`, `approved`, `refused` or `withdrawn`. */
    status: string;
    asked_at: string;
    /** What was approved; null until then. */
    approved_span: string | null;
    approved_minutes: number | null;
    decided_by: string | null;
    decided_at: string | null;
    decided_reason: string | null;
  };
  /** Whose ledger is being written: who comes later waits until the writer is through. */
  hour_turn: { person_id: string; turn: number };
  /** How far the surplus of a plan year was carried into the next one, by person. */
  carry_run: { plan_year: number; after_person_id: string; done_at: string | null };
}
