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
}
