export interface FeedbackTables {
  /** 意见建议: a person's question, suggestion or report of an error, to the office of his unit. */
  feedback: {
    id: string;
    person_id: string;
    /** The unit of his post when he sent it, whose office and those above see it. */
    unit_id: string;
    /** Code of `domain/feedback/kinds.ts`. */
    kind: string;
    body: string;
    /** Path of the page it was sent from; empty where none was said. */
    page: string;
    question_id: string | null;
    file_id: string | null;
    /** `received`, `working`, `answered` or `closed`. */
    status: string;
    sent_at: string;
    changed_at: string;
    /** Who took it up last. */
    handler_id: string | null;
    handler_name: string | null;
    /** Who handed it to its handler; null when he took it up himself. */
    handed_by: string | null;
    handed_note: string | null;
    /** When the sender took note of the last answer; null before, and when there is a newer one. */
    seen_at: string | null;
  };
  feedback_reply: {
    id: string;
    feedback_id: string;
    /** An answer of the office (1), or what the sender added (0). */
    is_office: number;
    by_id: string;
    by_name: string;
    body: string;
    said_at: string;
  };
}
