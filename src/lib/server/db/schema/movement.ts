export interface MovementTables {
  /** A move to another's unit: proposed by one side, decided by the other. */
  transfer: {
    id: string;
    person_id: string;
    from_unit_id: string;
    to_unit_id: string;
    /** First day of the new post. */
    day: string;
    reason: string;
    /** The evidence as the sending unit keeps it, and as the receiving one does. */
    file_id: string | null;
    received_file_id: string | null;
    status: string;
    /** The person while it is open, its own id afterwards: one open transfer per person. */
    open_key: string;
    /** Day by which the receiving unit should have answered. */
    respond_by: string;
    proposed_by: string;
    proposed_by_name: string;
    proposed_at: string;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_at: string | null;
    decided_reason: string | null;
  };
  /** Leave, secondment, departure or return from a day on. */
  status_change: {
    id: string;
    person_id: string;
    /** Home unit of the day. */
    unit_id: string;
    status: string;
    day: string;
    /** Last day as foreseen; null where nothing is. */
    expected_until: string | null;
    /** Where he goes or comes from, when that is no unit of the tree. */
    place: string | null;
    reason: string;
    file_id: string | null;
    entered_by: string;
    entered_by_name: string;
    entered_at: string;
    /** Of a departure: when the account was closed, or the departure was undone. Of all others: at once. */
    settled_at: string | null;
  };
}
