export interface PapersTables {
  blueprint: {
    id: string;
    unit_id: string;
    title: string;
    /** 多选: half the points for a correct subset (1) or nothing (0). */
    half_for_subset: number;
    created_at: string;
    changed_at: string;
  };
  blueprint_row: {
    id: string;
    blueprint_id: string;
    sort_order: number;
    type: string;
    topic_id: string | null;
    difficulty: number | null;
    /** Plain title of a law that the question must cite. */
    law_title: string | null;
    /** Class of staff, as the bank words it. */
    audience: string | null;
    count: number;
    points_hundredths: number;
  };
}
