import { allowanceReason, type AllowanceKind } from '#lib/domain/exams/allowance.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { AnswerableItem } from '#lib/domain/exams/value.ts';
import {
  readSheetOptions,
  writeSheetOptions,
  type DealtQuestion,
  type SheetItem,
} from '#lib/domain/exams/sheet.ts';
import type { AttemptStatus, WritableAttempt } from '#lib/domain/exams/writing.ts';
import type { BlueprintRow, Candidate } from '#lib/domain/papers/blueprint.ts';
import { readOptions } from '#lib/domain/bank/content.ts';
import type { QuestionType } from '#lib/domain/bank/question.ts';
import { questionKinds } from '#lib/domain/bank/types/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

/** Rows and pool of an exam as frozen at publication. */
export interface FrozenPaper {
  rows: BlueprintRow[];
  pool: Candidate[];
}

/** Version 1 knew neither laws nor audiences. */
const VERSION = 2;

export function writePaper(paper: FrozenPaper): string {
  const pool = paper.pool.map((one) => [
    one.questionId,
    one.versionId,
    one.type,
    one.topicId,
    one.difficulty,
    one.laws,
    one.audiences,
  ]);
  return JSON.stringify({ v: VERSION, rows: paper.rows, pool });
}

export function readPaper(content: string): FrozenPaper {
  const { v, rows, pool } = JSON.parse(content) as { v: number; rows: BlueprintRow[]; pool: unknown[][] };
  if (v !== 1 && v !== VERSION) throw new Error(`exam paper of unknown version ${v}`);
  return {
    rows: rows.map((row) => ({ ...row, lawTitle: row.lawTitle ?? null, audience: row.audience ?? null })),
    pool: pool.map(
      ([questionId, versionId, type, topicId, difficulty, laws = [], audiences = []]) =>
        ({ questionId, versionId, type, topicId, difficulty, laws, audiences }) as Candidate,
    ),
  };
}

export function sheetRowOf(attemptId: string, item: SheetItem): ExamsTables['attempt_item'] {
  return {
    attempt_id: attemptId,
    item_id: item.itemId,
    position: item.position,
    question_version_id: item.versionId,
    type: item.type,
    points_hundredths: item.pointsHundredths,
    options: writeSheetOptions(item.options),
  };
}

export function storedItemOf(row: ExamsTables['attempt_item']): SheetItem {
  return {
    itemId: row.item_id,
    position: row.position,
    versionId: row.question_version_id,
    type: row.type as QuestionType,
    pointsHundredths: row.points_hundredths,
    options: readSheetOptions(row.options),
  };
}

export function dealtQuestionOf(row: { id: string; type: string; options: string }): DealtQuestion {
  const options = readOptions(row.options).map(({ id, pinned }) => ({ id, pinned }));
  return { versionId: row.id, type: row.type as QuestionType, options };
}

/** An item as its taker sees it; `label` is the letter on this sheet. */
export interface SheetView {
  itemId: string;
  position: number;
  type: QuestionType;
  pointsHundredths: number;
  stem: string;
  options: { id: string; label: string; text: string }[];
  /** 0 when nothing was saved yet. */
  revision: number;
  chosen: string[];
  savedAt: string | null;
}

export interface SheetQueryRow {
  item_id: string;
  position: number;
  type: string;
  points_hundredths: number;
  options: string;
  stem: string;
  source_options: string;
  revision: number | null;
  value: string | null;
  saved_at: string | null;
}

export function sheetItemOf(row: SheetQueryRow): SheetView {
  const texts = new Map(readOptions(row.source_options).map((option) => [option.id, option.text]));
  return {
    itemId: row.item_id,
    position: row.position,
    type: row.type as QuestionType,
    pointsHundredths: row.points_hundredths,
    stem: row.stem,
    options: readSheetOptions(row.options).map((option, index) => ({
      id: option.id,
      label: String.fromCharCode(65 + index),
      text: texts.get(option.source) ?? '',
    })),
    revision: row.revision ?? 0,
    chosen: row.value ? row.value.split(',') : [],
    savedAt: row.saved_at,
  };
}

/** Time added to an attempt, and why, in the words that the candidate reads. */
export interface AddedTime {
  kind: AllowanceKind;
  seconds: number;
  reason: string;
  givenAt: Instant;
}

export function addedTimeOf(
  row: Pick<ExamsTables['allowance'], 'kind' | 'seconds' | 'reason' | 'given_at'>,
): AddedTime {
  return { kind: row.kind, seconds: row.seconds, reason: allowanceReason(row), givenAt: row.given_at };
}

/** An attempt as far as a save needs it. */
export interface Answering extends WritableAttempt {
  personId: string;
  /** The asked items that are on the sheet. */
  items: Map<string, AnswerableItem>;
}

export interface AnsweringRow {
  person_id: string;
  status: AttemptStatus;
  deadline: string;
  writer: number;
  item_id: string | null;
  type: string | null;
  options: string | null;
}

/** Whether several options may be chosen in a question of a type as it is stored. */
function severalIn(type: string | null): boolean {
  return questionKinds[type as QuestionType].several;
}

export function answeringOf(rows: readonly AnsweringRow[]): Answering | null {
  const [first] = rows;
  if (!first) return null;
  const items = new Map<string, AnswerableItem>();
  for (const row of rows) {
    if (row.item_id === null || row.options === null) continue;
    const optionIds = readSheetOptions(row.options).map((option) => option.id);
    items.set(row.item_id, { several: severalIn(row.type), optionIds });
  }
  const { person_id, status, deadline, writer } = first;
  return { personId: person_id, status, deadline, writer, items };
}
