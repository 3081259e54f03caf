export interface CoursesTables {
  course: {
    id: string;
    unit_id: string;
    title: string;
    summary: string;
    status: string;
    created_by: string;
    created_at: string;
  };
  lesson: {
    id: string;
    course_id: string;
    sort_order: number;
  };
  lesson_version: {
    id: string;
    lesson_id: string;
    version: number;
    status: string;
    title: string;
    /** Markdown as the author wrote it. */
    body: string;
    characters: number;
    paragraphs: number;
    /** Minimum time set by the author; null means by characters. */
    set_minimum_seconds: number | null;
    minimum_seconds: number;
    study_minutes: number;
    credit_hundredths: number;
    /** Questions drawn for one try of the check. */
    check_size: number;
    pass_percent: number;
    edited_by: string;
    /** Stamp of the last change, also by a proposal or a confirmation; a change names the stamp it saw. */
    edited_at: string;
    proposed_by: string | null;
    proposed_at: string | null;
    confirmed_by: string | null;
    confirmed_at: string | null;
    published_by: string | null;
    published_at: string | null;
  };
  lesson_law: {
    lesson_version_id: string;
    ordinal: number;
    statute_title: string;
    article_number: string;
    effective_on: string;
  };
  lesson_question: {
    lesson_version_id: string;
    question_id: string;
  };
  /** 学习模块: courses that are assigned as one. */
  module: {
    id: string;
    unit_id: string;
    title: string;
    summary: string;
    closed_at: string | null;
    created_by: string;
    created_at: string;
  };
  module_course: { module_id: string; course_id: string; sort_order: number };
}
