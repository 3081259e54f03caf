export interface OutsideTables {
  /** A file of results of another system; its reading and writing is the batch of the same id. */
  outside_import: {
    id: string;
    /** The unit for whose people it was brought in. */
    unit_id: string;
    /** Name of the system. */
    source: string;
    /** On what the import rests: a notice, a list, a letter. */
    basis: string;
    /** SHA-256 of the enciphered original on the shelf of files; null until the import is confirmed. */
    file_digest: string | null;
    /** JSON `{ v: 1, rows }`: rows that are booked although something like them is recorded. */
    taken: string | null;
    entered_by: string;
    entered_at: string;
    /** When, by whom and why the whole was taken back; the entries follow one after another until `return_done_at`. */
    returned_at: string | null;
    returned_by: string | null;
    returned_reason: string | null;
    return_done_at: string | null;
  };
  outside_record: {
    id: string;
    import_id: string;
    /** Row of the file, counted from 1. */
    row_number: number;
    person_id: string;
    ledger: string;
    plan_year: number;
    /** As the other system awards it. */
    hundredths: number;
    title: string;
    organiser: string;
    completed_on: string;
    /** Of its certificate or record there; empty where it has none. */
    number: string;
    note: string;
    /** What makes it the same result when it comes again; see `markOf`. */
    mark: string;
    /** Empty while it stands; its own id once it is taken back, so that the mark is free again. */
    returned: string;
    returned_at: string | null;
    returned_reason: string | null;
  };
}
