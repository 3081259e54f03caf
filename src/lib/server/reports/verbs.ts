import type {
  FigureCount,
  FigureDefinition,
  FigureRow,
  FigureScope,
  FigureValue,
} from '#lib/domain/reports/figure.ts';
import { figures, isFigureKey, type FigureKey } from '#lib/domain/reports/figures/index.ts';
import { asOfDay } from '#lib/domain/completion/year.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { countedYears } from './queries.years.ts';
import { listNamed, type NamedList } from './verbs.lists.ts';

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

export interface FigureReading {
  definition: FigureDefinition;
  unitName: string;
  value: FigureValue;
  /** What was counted: a group, class or window that the figure does not know is everybody. */
  scope: FigureScope;
  /** The saved list of which it speaks alone. */
  list: NamedList | null;
  /** Day of posts and classes. */
  asOf: Day;
  readAt: Instant;
}

/** A figure's value with its definition, counted over its rows away from the answering thread. */
export async function readFigure(act: Act, asked: FigureQuestion): Promise<FigureReading> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.readFigure', { unitPath });
  const key = knownKey(asked.key);
  const scope = scopeOf(act, asked);
  const list = await listNamed(act, scope);
  return {
    definition: figures[key],
    unitName: await unitNameOf(act, asked.unitId, scope.asOf),
    value: await countFigure(act, key, scope),
    scope,
    list,
    asOf: scope.asOf,
    readAt: act.now,
  };
}

export interface RowsQuestion extends FigureQuestion {
  part: 'counted' | 'rest' | 'all';
  /** Begins with 1. */
  page: number;
  pageSize: number;
}

/** One page of the rows behind a figure: the result of the query whose count is the value. */
export async function readFigureRows(act: Act, asked: RowsQuestion): Promise<FigureRow[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.readFigure', { unitPath });
  const key = knownKey(asked.key);
  const { part, page, pageSize } = asked;
  const scope = scopeOf(act, asked);
  await listNamed(act, scope);
  return readHeavy(act.db, moduleOf(key), 'rows', { scope, part, page, pageSize });
}

/** Units that a reader may open first: those over which he holds a role, by name of the unit. */
export async function listUnits(act: Act): Promise<{ id: string; name: string }[]> {
  access.require(act, 'reports.listUnits');
  const held = access.unitsHeld(act, ['leader', 'coordinator', 'clerk']);
  const found = await Promise.all(held.map((unitId) => units.find(act.db, unitId)));
  return found.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []));
}

/** Plan years that can be read, latest first; this year is always among them. */
export async function listYears(act: Act): Promise<number[]> {
  access.require(act, 'reports.listUnits');
  const years = (await countedYears(act.db).execute()).map((one) => one.plan_year);
  return [...new Set([planYearOf(act.now), ...years])].sort((a, b) => b - a);
}

/** Value of a figure without asking for permission; the verb that calls has asked. */
export async function countFigure(act: Act, key: FigureKey, scope: FigureScope): Promise<FigureValue> {
  const count = await readHeavy<FigureCount>(act.db, moduleOf(key), 'value', scope);
  return { ...count, key, group: scope.group };
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

/** The name of a unit on a day; throws `notFound` when there is none. */
export async function unitNameOf(act: Act, unitId: string, day: Day): Promise<string> {
  const name = await units.nameOn(act.db, unitId, day);
  if (name === undefined) throw new DomainError('notFound', '没有找到这个单位。');
  return name;
}

function knownKey(key: string): FigureKey {
  if (!isFigureKey(key)) throw new DomainError('notFound', '没有这项指标。');
  return key;
}

function moduleOf(key: FigureKey): string {
  return `reports/queries.${key}.ts`;
}
