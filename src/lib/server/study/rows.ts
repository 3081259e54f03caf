import * as v from 'valibot';
import type { CheckItem } from '#lib/domain/study/check.ts';
import type { Origin } from '#lib/domain/study/completion.ts';
import type { Span } from '#lib/domain/study/spans.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Tables } from '../db/index.ts';

export interface Opening {
  id: string;
  personId: string;
  lessonId: string;
  lessonVersionId: string;
  ordinal: number;
  openedAt: Instant;
}

export function openingOf(row: Tables['opening']): Opening {
  return {
    id: row.id,
    personId: row.person_id,
    lessonId: row.lesson_id,
    lessonVersionId: row.lesson_version_id,
    ordinal: row.ordinal,
    openedAt: row.opened_at,
  };
}

export function spanOf(row: {
  started_at: string;
  last_sign_at: string;
  next_started_at: string | null;
}): Span {
  return { startedAt: row.started_at, lastSignAt: row.last_sign_at, nextStartedAt: row.next_started_at };
}

/** One try of a check or a test-out. */
export interface Attempt {
  id: string;
  personId: string;
  lessonId: string;
  lessonVersionId: string;
  openingId: string | null;
  origin: Origin;
  planYear: number;
  items: CheckItem[];
  /** Chosen option keys by item; null until answered. */
  chosen: string[][] | null;
  rightCount: number | null;
  passed: boolean | null;
}

const ItemsJson = v.object({
  v: v.literal(1),
  items: v.array(v.object({ questionVersionId: v.string(), options: v.array(v.string()) })),
});
const AnswersJson = v.object({ v: v.literal(1), chosen: v.array(v.array(v.string())) });

export function attemptOf(row: Tables['check_attempt']): Attempt {
  return {
    id: row.id,
    personId: row.person_id,
    lessonId: row.lesson_id,
    lessonVersionId: row.lesson_version_id,
    openingId: row.opening_id,
    origin: row.origin as Origin,
    planYear: row.plan_year,
    items: v.parse(ItemsJson, JSON.parse(row.items)).items,
    chosen: row.answers === null ? null : v.parse(AnswersJson, JSON.parse(row.answers)).chosen,
    rightCount: row.right_count,
    passed: row.passed === null ? null : row.passed === 1,
  };
}

export function itemsJson(items: CheckItem[]): string {
  return JSON.stringify({ v: 1, items });
}

export function answersJson(chosen: string[][]): string {
  return JSON.stringify({ v: 1, chosen });
}
