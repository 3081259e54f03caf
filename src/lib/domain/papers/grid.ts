import { questionTypeNames, type QuestionType } from '../bank/question.ts';
import type { BlueprintRow } from './blueprint.ts';

export interface GridCell {
  items: number;
  hundredths: number;
}

/** 双向细目表: how many items and marks each topic gets by type. */
export interface Grid {
  types: QuestionType[];
  /** One line a topic, in the order of the rows; a null topic takes any. */
  lines: { topicId: string | null; cells: GridCell[]; total: GridCell }[];
  /** Below each type. */
  totals: GridCell[];
}

/** Sums the rows of a blueprint by topic and type; types and topics that no row names are left out. */
export function gridOf(rows: readonly BlueprintRow[]): Grid {
  const types = questionTypeNames.filter((type) => rows.some((row) => row.type === type));
  const across = (among: readonly BlueprintRow[]) =>
    types.map((type) => sumOf(among.filter((row) => row.type === type)));
  const lines = [...Map.groupBy(rows, (row) => row.topicId)].map(([topicId, own]) => ({
    topicId,
    cells: across(own),
    total: sumOf(own),
  }));
  return { types, lines, totals: across(rows) };
}

function sumOf(rows: readonly BlueprintRow[]): GridCell {
  return {
    items: rows.reduce((sum, row) => sum + row.count, 0),
    hundredths: rows.reduce((sum, row) => sum + row.count * row.pointsHundredths, 0),
  };
}
