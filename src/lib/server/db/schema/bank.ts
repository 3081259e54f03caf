export interface BankTables {
  topic: {
    id: string;
    name: string;
  };
  question: {
    id: string;
    /** Its number in the bank's own files; imports find a question by it. */
    code: string;
    topic_id: string;
    pool: string;
    status: string;
    /** Classes of staff it is meant for, as written; empty for all. */
    audience: string;
    source: string;
    /** Last day on which it is drawn; null: no end. */
    valid_until: string | null;
    created_at: string;
  };
  question_version: {
    id: string;
    question_id: string;
    version: number;
    type: string;
    stem: string;
    /** Stem without spaces and punctuation, for finding the same question again. */
    stem_key: string;
    /** JSON with a version, see `readOptions`. */
    options: string;
    /** Ids of the right options, sorted and joined: `B`, `ABD`, `T`. */
    answer_key: string;
    explanation: string;
    difficulty: number;
    status: string;
    created_at: string;
  };
  question_law: {
    question_version_id: string;
    ordinal: number;
    statute_title: string;
    article_number: string;
    effective_on: string;
  };
}
