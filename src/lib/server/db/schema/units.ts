export interface UnitsTables {
  unit: {
    id: string;
    name: string;
    /** Null for the top of a tree. */
    parent_id: string | null;
    sort_order: number;
    valid_from: string;
    valid_to: string | null;
    /** The import that brought it in; until that is done it is valid on no day. */
    batch_id: string | null;
  };
  unit_closure: {
    ancestor_id: string;
    unit_id: string;
    /** 0 for the unit itself. */
    depth: number;
    valid_from: string;
    /** Null: open. */
    valid_to: string | null;
  };
  /** A name that the unit bore until a day; the name of a day is the first whose last day has not passed. */
  unit_former_name: { unit_id: string; last_day: string; name: string };
  unit_change: {
    id: string;
    unit_id: string;
    /** `rename`, `move`, `close`, `merge` */
    kind: string;
    /** First day on which it holds; of a closing the day after the last. */
    day: string;
    /** Name before and after, or the units above. */
    before: string;
    after: string;
    reason: string;
    made_by: string;
    made_by_name: string;
    made_at: string;
    undone_at: string | null;
  };
  unit_trade: { unit_id: string; trade_code: string; valid_from: string; valid_to: string | null };
}
