import type { Generated } from 'kysely';

export interface SelectionsTables {
  /** A saved list of people, dated: 相关业务干部职工. */
  selection: {
    id: string;
    unit_id: string;
    name: string;
    /** The day on which its people held their posts. */
    held_on: string;
    note: string;
    created_by: string;
    created_at: string;
    closed_at: string | null;
    /** JSON with a version; null for a list ticked by hand. */
    rule: Generated<string | null>;
  };
  selection_person: { selection_id: string; person_id: string };
}
