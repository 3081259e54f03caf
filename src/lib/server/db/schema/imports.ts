import type { Generated } from 'kysely';

export interface ImportsTables {
  /** A file that is read, checked and applied as one. */
  import_batch: {
    id: string;
    /** `people`, `units` or `outside`. */
    kind: string;
    /** See `ImportState`; rows of people and posts count from the moment when it is `done`. */
    state: string;
    file_name: string;
    file_sha256: string;
    /** Day from which new posts, units and changes hold. */
    effective_on: string;
    added: number;
    changed: number;
    ended: number;
    unchanged: number;
    staged_by: string;
    staged_at: string;
    applied_by: string | null;
    done_at: string | null;
    /** When the changes of existing records and all announcements were through. */
    settled_at: string | null;
    /** Units within which it may write, as JSON with a version; null: everywhere (console). */
    scope: string | null;
    /** `ReadingReport` as JSON; emptied when the import is done or taken back. */
    report: string | null;
    /** Why the file was refused or the import taken back, in a sentence. */
    message: string | null;
    /** Column → place as JSON, where a person chose. */
    columns: string | null;
    /** Rows of the file, and how many of them the present step is through with. */
    total: number;
    handled: number;
    /** How often the present step failed, and when it is tried again; null: at once. */
    tries: Generated<number>;
    next_at: string | null;
  };
  import_row: {
    batch_id: string;
    /** Row of the file, counted from 1. */
    row_number: number;
    /** The person, or the unit, that the row is about. */
    person_id: string;
    /** `add`, `change`, `end` or `same`. */
    action: string;
    /** `staged` → `inserted` (written, not active yet) → `settled`. */
    step: string;
    /** Ciphertext of JSON with a version; emptied when settled. */
    payload_cipher: string | null;
    /** 执法证 columns as JSON with a version, for the register of cards. */
    card: string | null;
  };
  /** Columns that a person chose for files with these headings, to be chosen again by themselves. */
  import_mapping: {
    kind: string;
    /** As of the batch; empty for the console. */
    scope: string;
    /** SHA-256 of the headings in their order. */
    heading: string;
    columns: string;
    chosen_by: string;
    chosen_at: string;
  };
}
