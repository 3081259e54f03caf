export interface FiguresTables {
  report_target: {
    unit_id: string;
    plan_year: number;
    /** Key of a figure. */
    figure: string;
    target: number;
    set_by: string;
    set_at: string;
  };
}
