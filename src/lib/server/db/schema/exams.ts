import type { Generated } from 'kysely';

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
    entry: 'none' | 'lessons' | 'credit';
    /** With entry `credit`: the ledger and how much of it in the plan year. */
    entry_ledger: 'training' | 'credit' | null;
    entry_target_hundredths: number | null;
    /** 多选: half the points for a correct subset (1), nothing (0), or as the blueprint says (null). */
    half_for_subset: number | null;
    /** After the last window: items with key and explanation, or only what was told before. */
    release_policy: Generated<'items' | 'totals'>;
    /** Whoever holds a post below the exam's unit may sit although nobody listed him (1): 名单外. */
    admits_outside: Generated<number>;
    status: 'draft' | 'published' | 'cancelled';
    created_at: string;
    published_at: string | null;
    cancelled_at: string | null;
    cancelled_reason: string | null;
  };
  /** Within a kind any of the refs, of different kinds all together. */
  exam_audience: { exam_id: string; kind: 'unit' | 'class' | 'selection'; ref: string };
  exam_paper: {
    exam_id: string;
    /** 多选: half the points for a correct subset (1) or nothing (0). */
    half_for_subset: number;
    /** JSON with a version: rows and pool frozen at publication. */
    content: string;
  };
  sitting: {
    id: string;
    exam_id: string;
    kind: 'main' | 'makeup';
    opens_at: string;
    closes_at: string;
    /** Attempts of this sitting; null: as many as the exam says. */
    attempts_allowed: number | null;
    /** Make-up: all who are due and did not pass, or only who is deferred. */
    admits: Generated<'unpassed' | 'deferred'>;
  };
  exam_candidate: {
    exam_id: string;
    person_id: string;
    /** Counting unit on the roster date. */
    unit_id: string;
    state: 'due' | 'exempt' | 'left' | 'outside';
    added_on: string;
    /** From the roster, added by a coordinator, or (back) on the list because he sat. */
    origin: Generated<'roster' | 'added' | 'sat'>;
    /** 缓考 until the make-up closes: stays due. */
    deferred: Generated<number>;
    /** Why he stands as he does, where somebody said so. */
    reason: string | null;
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
    kind: 'outage' | 'standing' | 'running';
    /** What it was given for: the outage, the person's standing allowance or the grant; given once. */
    source_id: string;
    seconds: number;
    given_at: string;
    /** As its giver wrote it; null for an outage. */
    reason: string | null;
  };
  /** Running time given by a coordinator; `allowance` has a row for each attempt that it reached. */
  time_grant: {
    id: string;
    exam_id: string;
    whole_exam: number;
    /** How many attempts it lengthened. */
    attempts: number;
    seconds: number;
    reason: string;
    given_by: string;
    given_by_name: string;
    given_at: string;
  };
  /** A person's own extra time at every exam begun on these days: percent of the duration, or minutes. */
  standing_allowance: {
    id: string;
    person_id: string;
    percent: number | null;
    minutes: number | null;
    reason: string;
    valid_from: string;
    valid_to: string | null;
    given_by: string;
    given_by_name: string;
    given_at: string;
  };
  heartbeat: { id: string; beat_at: string };
  outage: { id: string; from_at: string; to_at: string };
}
