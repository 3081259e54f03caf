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
