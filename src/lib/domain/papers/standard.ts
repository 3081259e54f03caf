import type { BlueprintRow } from './blueprint.ts';

/** The usual paper: 20 单选 × 2 + 10 多选 × 4 + 10 判断 × 2 = 100 (product rules, Exam). */
export function standardRows(): Omit<BlueprintRow, 'id'>[] {
  const any = { topicId: null, difficulty: null, lawTitle: null, audience: null };
  return [
    { ...any, type: 'single', count: 20, pointsHundredths: 200 },
    { ...any, type: 'multiple', count: 10, pointsHundredths: 400 },
    { ...any, type: 'judgement', count: 10, pointsHundredths: 200 },
  ];
}
