import type { Generated } from 'kysely';

export interface PlansTables {
  requirement: {
    id: string;
    class_code: string;
    plan_year: number;
    /** `training` or `credit`. */
    ledger: string;
    /** What the year asks for in that ledger, hundredths; 0: nothing. */
    target_hundredths: number;
    needs_exam: number;
    legal_basis: string;
    valid_from: string;
    valid_to: string | null;
    entered_by: string;
    entered_at: string;
    /** What is asked of who joins in the year: `full`, `fromQuarter` or `none` (`domain/plans/joiners.ts`). */
    joiners: Generated<string>;
  };
  /** What a coming year is to ask; becomes a requirement when it is published. */
  requirement_draft: {
    id: string;
    /** The requirement of the year before from which it was copied. */
    copied_from: string | null;
    class_code: string;
    plan_year: number;
    ledger: string;
    target_hundredths: number;
    needs_exam: number;
    legal_basis: string;
    joiners: string;
    valid_from: string;
    valid_to: string | null;
    drafted_by: string;
    drafted_at: string;
  };
  plan: {
    id: string;
    unit_id: string;
    requirement_id: string | null;
    plan_year: number;
    title: string;
    /** `draft` or `published`. */
    status: string;
    created_by: string;
    created_at: string;
    published_at: string | null;
    /** The plan of the year before from which it was copied. */
    copied_from: Generated<string | null>;
  };
  plan_item: {
    plan_id: string;
    course_id: string;
    is_required: number;
    /** The module by which the course came into the plan. */
    module_id: Generated<string | null>;
  };
  plan_audience: { plan_id: string; class_code: string };
  plan_member: { plan_id: string; person_id: string; valid_from: string; valid_to: string | null };
  assignment: {
    id: string;
    /** The first of its courses; all of them are in `assignment_course`. */
    course_id: string;
    /** The unit in whose scope the assignment was made. */
    unit_id: string;
    assigned_by: string;
    assigned_by_name: string;
    reason: string;
    due_on: string;
    plan_year: number;
    assigned_at: string;
    withdrawn_at: string | null;
    withdrawn_reason: string | null;
    /** The module whose courses of that day it asks for. */
    module_id: Generated<string | null>;
    selection_id: Generated<string | null>;
    /** 1: made to the whole unit; who joins the unit before the due day is asked too, who leaves it no longer. */
    follows_unit: Generated<number>;
  };
  assignment_course: { assignment_id: string; course_id: string };
  assignment_target: {
    assignment_id: string;
    person_id: string;
    unit_id: string;
    /** The day on which somebody joined the unit after it was assigned; null: there from the beginning. */
    added_on: Generated<string | null>;
    /** The day from which it no longer concerns somebody who left the unit. */
    left_on: Generated<string | null>;
  };
  waiver: {
    id: string;
    person_id: string;
    requirement_id: string;
    plan_year: number;
    /** Code of `domain/plans/waiver.ts`. */
    ground: string;
    /** Hundredths by which the target is lowered; null: released from the whole requirement. */
    released_hundredths: number | null;
    reason: string;
    file_id: string | null;
    /** `asked`, `approved`, `refused` or `withdrawn`. */
    status: string;
    /** `live` while asked or approved, else its own id: one lives per person and requirement. */
    live: string;
    asked_by: string;
    asked_at: string;
    decided_by: string | null;
    decided_at: string | null;
    decided_reason: string | null;
  };
  plan_day: { name: string; day: string };
  /** A moved unit whose people are still to be followed into plans and assignments, in the order of their ids. */
  follow_owed: {
    id: string;
    unit_id: string;
    /** The day from which it hangs elsewhere. */
    since: string;
    /** Id of the last person who has been followed; empty before the first. */
    done_to: string;
    owed_at: string;
  };
}
