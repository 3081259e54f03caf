export interface GradingTables {
  mark: { attempt_id: string; item_id: string; score_hundredths: number };
}
