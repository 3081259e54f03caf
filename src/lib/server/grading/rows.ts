import { readOptions } from '#lib/domain/bank/content.ts';
import type { QuestionType } from '#lib/domain/bank/question.ts';
import { readSheetOptions } from '#lib/domain/exams/sheet.ts';
import { readValue } from '#lib/domain/exams/value.ts';
import type { MarkableItem } from '#lib/domain/grading/marking.ts';

export interface KeyedRow {
  item_id: string;
  type: string;
  points_hundredths: number;
  options: string;
  answer_key: string;
  value: string | null;
}

export function markableOf(row: KeyedRow): MarkableItem {
  return {
    itemId: row.item_id,
    type: row.type as QuestionType,
    pointsHundredths: row.points_hundredths,
    options: readSheetOptions(row.options),
    answerKey: [...row.answer_key],
    value: row.value ?? '',
  };
}

/** An item after release, with the letters of this attempt's sheet. */
export interface ReviewItem {
  position: number;
  type: QuestionType;
  stem: string;
  options: { label: string; text: string; isChosen: boolean; isRight: boolean }[];
  scoreHundredths: number;
  pointsHundredths: number;
  explanation: string;
  laws: { title: string; article: string; effectiveOn: string }[];
}

export interface ReviewRow {
  position: number;
  type: string;
  points_hundredths: number;
  options: string;
  version_id: string;
  stem: string;
  source_options: string;
  answer_key: string;
  explanation: string;
  value: string | null;
  score_hundredths: number;
}

export function reviewItemOf(row: ReviewRow, laws: ReviewItem['laws']): ReviewItem {
  const texts = new Map(readOptions(row.source_options).map((option) => [option.id, option.text]));
  const chosen = readValue(row.value ?? '');
  return {
    position: row.position,
    type: row.type as QuestionType,
    stem: row.stem,
    options: readSheetOptions(row.options).map((option, index) => ({
      label: String.fromCharCode(65 + index),
      text: texts.get(option.source) ?? '',
      isChosen: chosen.includes(option.id),
      isRight: row.answer_key.includes(option.source),
    })),
    scoreHundredths: row.score_hundredths,
    pointsHundredths: row.points_hundredths,
    explanation: row.explanation,
    laws,
  };
}
