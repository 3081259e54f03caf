import * as v from 'valibot';
import type { Card, Memory, Rating } from '#lib/domain/practice/card.ts';
import type { Mistake, MistakeSource } from '#lib/domain/practice/book.ts';
import type { StoppableClock } from '#lib/domain/practice/clock.ts';
import type { CheckItem } from '#lib/domain/study/check.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { PracticeTables } from '../db/schema/practice.ts';

type CardRow = PracticeTables['practice_card'];
export type MistakeRow = PracticeTables['practice_mistake'];
type RunRow = PracticeTables['practice_run'];
export type ItemRow = PracticeTables['practice_item'];

/** Columns hold stability and difficulty in ten-thousandths. */
const PARTS = 10_000;

export function cardOf(row: CardRow): Card {
  return {
    questionId: row.question_id,
    versionId: row.version_id,
    stability: row.stability / PARTS,
    difficulty: row.difficulty / PARTS,
    reviewedOn: row.reviewed_on,
    dueOn: row.due_on,
    reviews: row.reviews,
    lapses: row.lapses,
  };
}

export function cardColumns({ versionId, ...memory }: Memory & { versionId: string }) {
  return {
    version_id: versionId,
    stability: Math.round(memory.stability * PARTS),
    difficulty: Math.round(memory.difficulty * PARTS),
    reviewed_on: memory.reviewedOn,
    due_on: memory.dueOn,
    reviews: memory.reviews,
    lapses: memory.lapses,
  };
}

export function mistakeOf(row: MistakeRow): Mistake {
  return {
    source: row.source as MistakeSource,
    wrongAt: row.wrong_at,
    times: row.times,
    rightDays: row.right_days,
    lastRightOn: row.last_right_on,
    answeredAt: row.answered_at,
  };
}

export function mistakeColumns(mistake: Mistake) {
  return {
    source: mistake.source,
    wrong_at: mistake.wrongAt,
    times: mistake.times,
    right_days: mistake.rightDays,
    last_right_on: mistake.lastRightOn,
    answered_at: mistake.answeredAt,
  };
}

export type RunKind = 'set' | 'mock';

/** A set of practice or a mock exam, as access and its verbs know it. */
export interface Run {
  id: string;
  ownerId: string;
  /** Nobody but its owner learns that it exists. */
  unitPath: string[];
  kind: RunKind;
  title: string;
  startedAt: Instant;
  endedAt: Instant | null;
  mock: Mock | null;
}

export interface Mock {
  clock: StoppableClock;
  durationSeconds: number;
  halfForSubset: boolean;
  passHundredths: number;
  fullHundredths: number;
  /** Null until it is handed in. */
  scoreHundredths: number | null;
}

export function runOf(row: RunRow): Run {
  return {
    id: row.id,
    ownerId: row.person_id,
    unitPath: [],
    kind: row.kind as RunKind,
    title: row.title,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    mock: row.kind === 'mock' ? mockOf(row) : null,
  };
}

function mockOf(row: RunRow): Mock {
  return {
    clock: { secondsLeft: row.seconds_left ?? 0, runningSince: row.running_since },
    durationSeconds: row.duration_seconds ?? 0,
    halfForSubset: row.half_for_subset === 1,
    passHundredths: row.pass_hundredths ?? 0,
    fullHundredths: row.full_hundredths ?? 0,
    scoreHundredths: row.score_hundredths,
  };
}

/** Columns that a set of practice leaves empty. */
export const noMock = {
  ...{ duration_seconds: null, seconds_left: null, running_since: null, half_for_subset: null },
  ...{ pass_hundredths: null, score_hundredths: null, full_hundredths: null },
};

/** A question of a run: its options under letters of their position. */
export interface Item extends CheckItem {
  position: number;
  questionId: string;
  pointsHundredths: number;
  /** Ids of the bank; null until answered. */
  chosen: string[] | null;
  isRight: boolean | null;
  scoreHundredths: number | null;
  answeredAt: Instant | null;
  rating: Rating | null;
}

const OptionsJson = v.object({ v: v.literal(1), options: v.array(v.string()) });

export function itemOf(row: ItemRow): Item {
  return {
    position: row.position,
    questionId: row.question_id,
    questionVersionId: row.version_id,
    options: v.parse(OptionsJson, JSON.parse(row.options)).options,
    pointsHundredths: row.points_hundredths,
    chosen: row.chosen === null ? null : [...row.chosen],
    isRight: row.is_right === null ? null : row.is_right === 1,
    scoreHundredths: row.score_hundredths,
    answeredAt: row.answered_at,
    rating: row.rating as Rating | null,
  };
}

/** A row of an item that nobody has answered. */
export function newItemRow(
  runId: string,
  item: CheckItem & { position: number; questionId: string; pointsHundredths: number },
): ItemRow {
  return {
    run_id: runId,
    position: item.position,
    question_id: item.questionId,
    version_id: item.questionVersionId,
    options: JSON.stringify({ v: 1, options: item.options }),
    points_hundredths: item.pointsHundredths,
    ...{ chosen: null, is_right: null, score_hundredths: null, answered_at: null },
    ...{ rating: null, memory_before: null },
  };
}

const MemoryJson = v.object({
  v: v.literal(1),
  card: v.nullable(
    v.object({
      ...{ questionId: v.string(), versionId: v.string(), stability: v.number(), difficulty: v.number() },
      ...{ reviewedOn: v.string(), dueOn: v.string(), reviews: v.number(), lapses: v.number() },
    }),
  ),
});

/** The card as it was before an answer, kept so that the learner's own word can still change what came of it. */
export function memoryText(card: Card | null): string {
  return JSON.stringify({ v: 1, card });
}

export function memoryBefore(text: string): Card | null {
  return v.parse(MemoryJson, JSON.parse(text)).card;
}
