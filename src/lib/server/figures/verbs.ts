import type { FigureDefinition, FigureRow, FigureScope, FigureValue } from '#lib/domain/figures/figure.ts';
import { figures, isFigureKey, type FigureKey } from '#lib/domain/figures/registry/index.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { countedYears } from './queries.years.ts';
import { countFigure, rowsOf, scopeOf, type FigureQuestion, type RowsPage } from './questions.ts';
import { listNamed, type NamedList } from './questions.lists.ts';

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
  access.require(act, 'figures.readFigure', { unitPath });
  const key = knownKey(asked.key);
  const scope = scopeOf(act, asked);
  const list = await listNamed(act, scope);
  return {
    definition: figures[key],
    unitName: await units.nameOnOrThrow(act.db, asked.unitId, scope.asOf),
    value: await countFigure(act, key, scope),
    scope,
    list,
    asOf: scope.asOf,
    readAt: act.now,
  };
}

export type RowsQuestion = FigureQuestion & RowsPage;

/** One page of the rows behind a figure: the result of the query whose count is the value. */
export async function readFigureRows(act: Act, asked: RowsQuestion): Promise<FigureRow[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'figures.readFigure', { unitPath });
  const key = knownKey(asked.key);
  const { part, page, pageSize } = asked;
  const scope = scopeOf(act, asked);
  await listNamed(act, scope);
  return rowsOf(act, { key, scope, part, page, pageSize });
}

/** Units that a reader may open first: those over which he holds a role, by name of the unit. */
export async function listUnits(act: Act): Promise<{ id: string; name: string }[]> {
  access.require(act, 'figures.listUnits');
  const held = access.unitsHeld(act, ['leader', 'coordinator', 'clerk']);
  const found = await Promise.all(held.map((unitId) => units.find(act.db, unitId)));
  return found.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []));
}

/** Plan years that can be read, latest first; this year is always among them. */
export async function listYears(act: Act): Promise<number[]> {
  access.require(act, 'figures.listUnits');
  const years = (await countedYears(act.db).execute()).map((one) => one.plan_year);
  return [...new Set([planYearOf(act.now), ...years])].sort((a, b) => b - a);
}

function knownKey(key: string): FigureKey {
  if (!isFigureKey(key)) throw new DomainError('notFound', '没有这项指标。');
  return key;
}
