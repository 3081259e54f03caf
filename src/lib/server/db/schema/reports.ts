export interface ReportsTables {
  report: {
    id: string;
    unit_id: string;
    plan_year: number;
    opened_by: string;
    opened_at: string;
  };
  report_section: {
    report_id: string;
    /** Key of a drafted section, or the id of one that the unit added. */
    section: string;
    part: string;
    /** Of an added section; the drafted ones have theirs in the code. */
    title: string;
    sort_order: number;
    is_omitted: number;
  };
  /** Every revision of every sentence; the highest revision of a place stands. */
  report_sentence: {
    id: string;
    report_id: string;
    section: string;
    place: string;
    /** Begins with 1. */
    revision: number;
    /** `shown`, `omitted`, or `draft`: given back to the draft. */
    state: string;
    /** With tokens for its numbers. */
    text: string;
    /** JSON, v 1: what each token printed when the sentence was confirmed. */
    confirmed: string;
    written_by: string;
    written_by_name: string;
    written_at: string;
  };
  freeze: {
    id: string;
    report_id: string;
    /** Counts the freezes of a report from 1. */
    number: number;
    /** `draft`, `signed` or `trueUp`. */
    kind: string;
    unit_name: string;
    made_by: string;
    made_by_name: string;
    made_at: string;
    /** Why figures are corrected; empty for a first seal. */
    reason: string;
    /** JSON, v 1: the report's lines, its tables and the names of its laws as they were printed. */
    body: string;
    /** JSON, v 1: digests of the latest signed freezes of the units below. */
    children: string;
    previous_digest: string | null;
    /** SHA-256 of the compressed file of copied rows, under which it lies among the files. */
    rows_file: string;
    rows_bytes: number;
    /** SHA-256 over everything that is sealed. */
    digest: string;
    signature: string;
  };
  figure_value: {
    freeze_id: string;
    /** `key` or `key@class`. */
    name: string;
    /** Version of the definition. */
    version: number;
    as_of: string;
    /** 0 while the exam's windows were still open. */
    is_final: number;
    numerator: number;
    denominator: number;
    due: number;
    /** JSON array of four counts, for figures kept by quarter. */
    quarters: string | null;
    row_count: number;
    /** SHA-256 over the figure's rows in the copied file. */
    rows_digest: string;
  };
}
