export interface ExamsTables {
  exam: {
    id: string;
    unit_id: string;
    title: string;
    plan_year: number;
    blueprint_id: string;
    /** Day whose roster says who is due. */
    roster_on: string;
    duration_seconds: number;
    attempts_allowed: number;
    pass_hundredths: number;
    excellent_hundredths: number;
    entry: 'none' | 'lessons';
    status: 'draft' | 'published';
    created_at: string;
    published_at: string | null;
  };
  exam_paper: {
    exam_id: string;
    /** 多选: half the points for a correct subset (1) or nothing (0). */
    half_for_subset: number;
    /** JSON with a version: rows and pool frozen at publication. */
    content: string;
  };
  sitting: { id: string; exam_id: string; kind: 'main' | 'makeup'; opens_at: string; closes_at: string };
  exam_candidate: {
    exam_id: string;
    person_id: string;
    /** Counting unit on the roster date. */
    unit_id: string;
    state: 'due' | 'exempt' | 'left' | 'outside';
    added_on: string;
  };
  attempt: {
    id: string;
    exam_id: string;
    sitting_id: string;
    person_id: string;
    number: number;
    status: 'open' | 'submitted' | 'closed';
    started_at: string;
    /** With all allowances. */
    deadline: string;
    ended_at: string | null;
    seed: string;
    /** Number of the page that may write; a takeover adds one. */
    writer: number;
    score_hundredths: number | null;
  };
  attempt_item: {
    attempt_id: string;
    /** Opaque, drawn anew for each attempt. */
    item_id: string;
    position: number;
    question_version_id: string;
    type: string;
    points_hundredths: number;
    /** JSON with a version: opaque option ids of this attempt and the bank's, in the order shown. */
    options: string;
  };
  answer: { attempt_id: string; item_id: string; revision: number; value: string; saved_at: string };
  receipt: { attempt_id: string; number: string; ended_at: string; digest: string; signature: string };
  allowance: {
    id: string;
    attempt_id: string;
    kind: 'outage';
    /** What it was given for, e.g. the outage; given once. */
    source_id: string;
    seconds: number;
    given_at: string;
  };
  heartbeat: { id: string; beat_at: string };
  outage: { id: string; from_at: string; to_at: string };
}
