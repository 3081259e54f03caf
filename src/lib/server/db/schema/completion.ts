export interface CompletionTables {
  standing: {
    person_id: string;
    plan_year: number;
    /** A requirement's id, `exam` for the year's exam, `hours` for all its hours. */
    requirement_id: string;
    /** Counting unit; first of `unit_path`. */
    unit_id: string;
    /** Ids of the counting unit and all above it, separated by spaces: the counters that hold this standing. */
    unit_path: string;
    leadership: number;
    state: 'due' | 'reached' | 'exempt';
    present: number;
    passed: number;
    excellent: number;
    present_main: number;
    passed_main: number;
    excellent_main: number;
    changed_at: string;
  };
  standing_turn: {
    person_id: string;
    /** Raised before a person is recounted: writers who judge the same person wait for each other here. */
    turn: number;
  };
  /** People of a unit or of a class who are still to be judged anew, in portions by the order of their ids. */
  recount_owed: {
    id: string;
    /** The unit with all below it; null where a class is meant. */
    unit_id: string | null;
    class_code: string | null;
    /** The one year that is concerned; null for every year not over on the day. */
    plan_year: number | null;
    day: string;
    /** Id of the last person who has been judged; empty before the first. */
    done_to: string;
    owed_at: string;
  };
  standing_day: {
    name: string;
    /** Everything that begins or ends by date has been judged up to this day. */
    day: string;
  };
  unit_counter: {
    unit_id: string;
    plan_year: number;
    requirement_id: string;
    /** 1: the leadership group alone; 0: everybody. */
    leadership: number;
    slot: number;
    due: number;
    exempt: number;
    reached: number;
    present: number;
    passed: number;
    excellent: number;
    present_main: number;
    passed_main: number;
    excellent_main: number;
  };
}
