import { isTradeCode, type TradeCode } from '#lib/domain/units/trades.ts';
import { isAsideKind, type AsideKind } from '#lib/domain/figures/aside.ts';
import { isClassCode, type ClassCode } from '#lib/domain/people/classes.ts';
import { isDay, type Day } from '#lib/domain/shared/time.ts';

/** Which unit, year and group a page of the overview speaks of, read from its address. */
export interface InsightScope {
  unitId: string;
  planYear: number;
  group: 'all' | 'leadership';
}

interface Known {
  units: readonly { id: string }[];
  /** Latest first. */
  years: readonly number[];
  thisYear: number;
}

/**
 * Reads `?unit=&year=&group=`. What is missing or makes no sense falls back to the reader's first unit, this year and
 * everybody; a unit that he may not see is refused by the verb, not here. Null when he has no unit at all.
 */
export function parseInsight(url: URL, { units, years, thisYear }: Known): InsightScope | null {
  const unitId = url.searchParams.get('unit') || units[0]?.id;
  if (!unitId) return null;
  const year = Number(url.searchParams.get('year'));
  return {
    unitId,
    planYear: years.includes(year) ? year : thisYear,
    group: url.searchParams.get('group') === 'leadership' ? 'leadership' : 'all',
  };
}

/** What a figure's page asks beyond the scope, read from its address. */
export interface FigureWish {
  window: 'all' | 'main';
  classCode: ClassCode | null;
  trade?: TradeCode;
  /** A saved list of people. */
  selectionId?: string;
  /** A day that is past; undefined for today. */
  asOf?: Day;
  /** The rows shown: those that count, those that do not, or those beside the denominator. */
  part: 'counted' | 'rest' | AsideKind;
}

/** Reads `?window=&class=&trade=&list=&as-of=&part=`; what makes no sense is left out. */
export function parseFigure(url: URL): FigureWish {
  const params = url.searchParams;
  const classCode = params.get('class') ?? '';
  const trade = params.get('trade') ?? '';
  const selectionId = params.get('list') ?? '';
  const asOf = parsePastDay(url);
  const part = params.get('part') ?? '';
  return {
    window: params.get('window') === 'main' ? 'main' : 'all',
    classCode: isClassCode(classCode) ? classCode : null,
    ...(isTradeCode(trade) ? { trade } : {}),
    ...(selectionId ? { selectionId } : {}),
    ...(asOf ? { asOf } : {}),
    part: part === 'rest' || isAsideKind(part) ? part : 'counted',
  };
}

/** The address parameters of a scope, `unit=…&year=…` and the group where it is not everybody. */
export function insightQuery(scope: InsightScope): string {
  const params = new URLSearchParams({ unit: scope.unitId, year: String(scope.planYear) });
  if (scope.group === 'leadership') params.set('group', 'leadership');
  return params.toString();
}

/** The past day of `?as-of=`; undefined for today and for what is no day. */
export function parsePastDay(url: URL): Day | undefined {
  const day = url.searchParams.get('as-of') ?? '';
  return isDay(day) ? day : undefined;
}

/** Address of all rows of a figure; `rest` opens those that do not count. */
export function figureHref(
  scope: InsightScope & { classCode?: string | null; selectionId?: string },
  key: string,
  part: 'counted' | 'rest' | 'all',
): string {
  const rest = part === 'rest' ? '&part=rest' : '';
  const ofClass = scope.classCode ? `&class=${scope.classCode}` : '';
  const ofList = scope.selectionId ? `&list=${scope.selectionId}` : '';
  return `/insight/figures/${key}?${insightQuery(scope)}${ofClass}${ofList}${rest}`;
}
