import { readOptions } from '#lib/domain/bank/content.ts';
import type { QuestionType } from '#lib/domain/bank/question.ts';
import { readSheetOptions } from '#lib/domain/exams/sheet.ts';
import { readValue } from '#lib/domain/exams/value.ts';
import type { MarkableItem } from '#lib/domain/grading/marking.ts';
import { amended, type Amendment } from '#lib/domain/grading/mend.ts';
import type { GradingTables } from '../db/schema/grading.ts';

export interface KeyedRow {
  item_id: string;
  type: string;
  points_hundredths: number;
  options: string;
  answer_key: string;
  value: string | null;
  amended_key: string | null;
  amended_points: number | null;
  is_void: number | null;
}

/** An item as it counts: amended where the exam was. */
export function markableOf(row: KeyedRow): MarkableItem {
  const item: MarkableItem = {
    itemId: row.item_id,
    type: row.type as QuestionType,
    pointsHundredths: row.points_hundredths,
    options: readSheetOptions(row.options),
    answerKey: [...row.answer_key],
    isVoid: false,
    value: row.value ?? '',
  };
  return amended(item, amendmentOf(row));
}

/** What counts instead of the sheet; columns of `amendment`, null where there is none. */
export function amendmentOf(row: {
  amended_key: string | null;
  amended_points: number | null;
  is_void: number | null;
}): Amendment {
  return {
    answerKey: row.amended_key === null ? null : [...row.amended_key],
    pointsHundredths: row.amended_points,
    isVoid: row.is_void === 1,
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
  /** What was mended after the exam began; null when nothing was. */
  amended: {
    isVoid: boolean;
    /** Letters, on this sheet, of the key before; null while it is the same. */
    formerKey: string | null;
    formerPointsHundredths: number | null;
    reason: string;
  } | null;
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
  amended_key: string | null;
  amended_points: number | null;
  is_void: number | null;
  amended_explanation: string | null;
  amended_reason: string | null;
}

export function reviewItemOf(row: ReviewRow, laws: ReviewItem['laws']): ReviewItem {
  const texts = new Map(readOptions(row.source_options).map((option) => [option.id, option.text]));
  const chosen = readValue(row.value ?? '');
  const sheet = readSheetOptions(row.options);
  const labelOf = (index: number) => String.fromCharCode(65 + index);
  const key = row.amended_key ?? row.answer_key;
  return {
    position: row.position,
    type: row.type as QuestionType,
    stem: row.stem,
    options: sheet.map((option, index) => ({
      label: labelOf(index),
      text: texts.get(option.source) ?? '',
      isChosen: chosen.includes(option.id),
      isRight: key.includes(option.source),
    })),
    scoreHundredths: row.score_hundredths,
    pointsHundredths: row.amended_points ?? row.points_hundredths,
    amended:
      row.amended_reason === null
        ? null
        : {
            isVoid: row.is_void === 1,
            formerKey:
              row.amended_key === null || row.amended_key === row.answer_key
                ? null
                : sheet
                    .flatMap((option, index) =>
                      row.answer_key.includes(option.source) ? [labelOf(index)] : [],
                    )
                    .join(''),
            formerPointsHundredths: row.amended_points === null ? null : row.points_hundredths,
            reason: row.amended_reason,
          },
    explanation: row.amended_explanation ?? row.explanation,
    laws,
  };
}

type AmendmentColumns = Pick<GradingTables['amendment'], 'answer_key' | 'points_hundredths' | 'is_void'>;

export function amendmentOfRow(row: AmendmentColumns): Amendment {
  return amendmentOf({
    amended_key: row.answer_key,
    amended_points: row.points_hundredths,
    is_void: row.is_void,
  });
}

export function amendmentColumns({ answerKey, pointsHundredths, isVoid }: Amendment): AmendmentColumns {
  return {
    answer_key: answerKey === null ? null : answerKey.join(''),
    points_hundredths: pointsHundredths,
    is_void: isVoid ? 1 : 0,
  };
}
