export interface ExemptionsTables {
  exemption: {
    id: string;
    exam_id: string;
    person_id: string;
    kind: 'exempt' | 'defer';
    /** Code of `domain/exemptions/grounds.ts`. */
    ground: string;
    reason: string;
    /** Evidence, a file of the files room. */
    file_id: string | null;
    status: 'asked' | 'approved' | 'refused' | 'withdrawn';
    asked_by: string;
    asked_by_name: string;
    asked_at: string;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_at: string | null;
    decided_reason: string | null;
    /** Exam and person while it is asked, unique; null once it is decided or withdrawn. */
    open_key: string | null;
  };
}
