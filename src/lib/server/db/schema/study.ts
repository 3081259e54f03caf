export interface StudyTables {
  opening: {
    id: string;
    person_id: string;
    lesson_id: string;
    lesson_version_id: string;
    /** Counts the openings of a person and lesson from one. */
    ordinal: number;
    opened_at: string;
  };
  reading_span: {
    id: string;
    opening_id: string;
    person_id: string;
    started_at: string;
    last_sign_at: string;
  };
  reading_place: {
    opening_id: string;
    paragraph: number;
    saved_at: string;
  };
  check_attempt: {
    id: string;
    person_id: string;
    lesson_id: string;
    lesson_version_id: string;
    /** Null for a test-out. */
    opening_id: string | null;
    origin: string;
    plan_year: number;
    /** Counts tries of an origin in a plan year from one; a test-out has only the first. */
    number: number;
    /** JSON `{ v: 1, items: [{ questionVersionId, options }] }`. */
    items: string;
    started_at: string;
    /** JSON `{ v: 1, chosen: string[][] }`, option keys by item; null until answered. */
    answers: string | null;
    right_count: number | null;
    passed: number | null;
    answered_at: string | null;
  };
  lesson_completion: {
    id: string;
    person_id: string;
    lesson_id: string;
    lesson_version_id: string;
    /** The try whose passing completed the lesson. */
    check_attempt_id: string;
    plan_year: number;
    revision: number;
    origin: string;
    completed_at: string;
    reversed_at: string | null;
    reversed_by: string | null;
    reversed_reason: string | null;
  };
}
