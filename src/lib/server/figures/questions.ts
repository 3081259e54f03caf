import { asOfDay } from '#lib/domain/completion/year.ts';
import type { FigureCount, FigureRow, FigureScope, FigureValue } from '#lib/domain/figures/figure.ts';
import { figures, isFigureKey, type FigureKey } from '#lib/domain/figures/registry/index.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { examsEnd } from './queries.years.ts';

/** Which figure of which unit, year, group and window is asked for. */
export interface FigureQuestion {
  key: string;
  unitId: string;
  planYear: number;
  group: 'all' | 'leadership';
  window: 'all' | 'main';
  /** A class of staff alone; everybody where it is left out. */
  classCode?: string | null;
  /** A trade (行业) alone; all where it is left out. */
  trade?: string | null;
  /** A saved list of people alone; everybody where it is left out. */
  selectionId?: string;
  /** A day that is past; today, at the latest the year's last day, where it is left out. */
  asOf?: Day;
}

/** Value of a figure, counted away from the answering thread. */
export async function countFigure(act: Act, key: FigureKey, scope: FigureScope): Promise<FigureValue> {
  const count = await readHeavy<FigureCount>(act.db, moduleOf(key), 'value', scope);
  return { ...count, key, group: scope.group };
}

/** Rows of which part of a figure, and how many. */
export interface RowsPage {
  part: 'counted' | 'rest' | 'all';
  /** Begins with 1. */
  page: number;
  pageSize: number;
}

/** One page of the rows of a figure, read away from the answering thread. */
export function rowsOf(
  act: Act,
  { key, scope, ...page }: RowsPage & { key: FigureKey; scope: FigureScope },
): Promise<FigureRow[]> {
  return readHeavy(act.db, moduleOf(key), 'rows', { scope, ...page });
}

/** Scope of a question on the act's day; a group, class, list or window that the figure does not know is everybody. */
export function scopeOf(act: Act, asked: FigureQuestion): FigureScope {
  const definition = isFigureKey(asked.key) ? figures[asked.key] : null;
  const latest = asOfDay(asked.planYear, shanghaiDay(act.now));
  return {
    unitId: asked.unitId,
    planYear: asked.planYear,
    group: definition?.byGroup ? asked.group : 'all',
    classCode: definition?.byClass ? (asked.classCode ?? null) : null,
    ...(asked.trade ? { trade: asked.trade } : {}),
    ...(asked.selectionId && definition?.byClass ? { selectionId: asked.selectionId } : {}),
    window: definition?.byWindow ? asked.window : 'all',
    asOf: asked.asOf !== undefined && asked.asOf < latest ? asked.asOf : latest,
  };
}

/** End of the last window of the year's exams of a unit and all below it; null without one. */
export async function examsEndOf(
  act: Act,
  year: { unitId: string; planYear: number },
): Promise<Instant | null> {
  return (await examsEnd(act.db, year).executeTakeFirst())?.ends_at ?? null;
}

function moduleOf(key: FigureKey): string {
  return `figures/queries.${key}.ts`;
}
