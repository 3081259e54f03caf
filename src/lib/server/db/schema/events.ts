import type { Generated } from 'kysely';

export interface EventsTables {
  event: {
    id: string;
    title: string;
    held_on: string;
    plan_year: number;
    minutes: number;
    /** `minutes`, `halfDay` or `day`: how its length turns into 学时. */
    span: string;
    /** `onsite`, `online` or `both`. */
    mode: string;
    place: string;
    lecturer: string;
    /** `draft`, `registered` or `verified`. */
    status: string;
    registered_by: string;
    registered_at: string;
    verified_by: string | null;
    verified_at: string | null;
    /** `staff` (attendance is counted) or `public` (普法: `head_count` is). */
    audience: Generated<string>;
    /** People reached by a public event; null for one of the staff. */
    head_count: number | null;
    /** `head`, `expert`, `counsel` or `backbone`; null where nobody said. */
    lecturer_kind: string | null;
    series_id: string | null;
  };
  /** A row of meetings that are held once a quarter or month of a plan year. */
  event_series: {
    id: string;
    unit_id: string;
    name: string;
    tag: string;
    /** `quarter` or `month`. */
    cadence: string;
    plan_year: number;
    created_by: string;
    created_at: string;
    closed_at: string | null;
  };
  /** What was mended after an event had been verified. */
  event_correction: {
    id: string;
    event_id: string;
    /** `takenBack`, `added` or `removed`. */
    kind: string;
    person_id: string | null;
    reason: string;
    made_by: string;
    made_at: string;
  };
  /** An event whose hours are being entered or taken back, person by person; gone when all are through. */
  attendance_run: {
    event_id: string;
    /** `verified` or `reversed`. */
    kind: string;
    /** The last person who is through, by id; empty at first. */
    after_person_id: string;
    reason: string;
    begun_at: string;
  };
  event_host: { event_id: string; unit_id: string };
  /** `form` (中心组学习 …) or `topic` (法治 …). */
  event_tag: { event_id: string; kind: string; tag: string };
  event_law: { event_id: string; statute_title: string };
  event_file: { event_id: string; file_id: string };
  attendance: {
    event_id: string;
    person_id: string;
    unit_id: string;
    entered_by: string;
    entered_at: string;
  };
}
