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
  };
  plan_item: { plan_id: string; course_id: string; is_required: number };
  plan_audience: { plan_id: string; class_code: string };
  plan_member: { plan_id: string; person_id: string; valid_from: string; valid_to: string | null };
  assignment: {
    id: string;
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
  };
  assignment_target: { assignment_id: string; person_id: string; unit_id: string };
}
