import type { Difference } from '#lib/domain/completion/compare.ts';
import type { FigureDefinition, FigureRow, FigureValue } from '#lib/domain/figures/figure.ts';
import { figureKeys, figures, type FigureKey } from '#lib/domain/figures/registry/index.ts';
import * as access from '../access/index.ts';
import * as completion from '../completion/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { countedYears } from './queries.years.ts';
import { countFigure, scopeOf, type FigureQuestion } from './questions.ts';
import { readFigureRows } from './verbs.ts';

const PAGE = 500;

/**
 * Holds every figure of every year at the top of each tree against the rows that it shows and, where counters keep the
 * same number, against them. Answers what differs.
 */
export async function verifyFigures(act: Act): Promise<Difference[]> {
  access.require(act, 'figures.verify');
  const years = await countedYears(act.db).execute();
  const differences: Difference[] = [];
  for (const { plan_year: planYear } of years) differences.push(...(await verifyYear(act, planYear)));
  return differences;
}

async function verifyYear(act: Act, planYear: number): Promise<Difference[]> {
  const tree = await units.wholeTree(act.db, shanghaiDay(act.now));
  const differences: Difference[] = [];
  for (const { id: unitId } of tree.filter((unit) => unit.parentId === null)) {
    for (const key of figureKeys) {
      for (const group of figures[key].byGroup ? (['all', 'leadership'] as const) : (['all'] as const)) {
        differences.push(...(await verifyFigure(act, key, { key, unitId, planYear, group, window: 'all' })));
      }
    }
  }
  return differences;
}

async function verifyFigure(act: Act, key: FigureKey, asked: FigureQuestion): Promise<Difference[]> {
  const value = await countFigure(act, key, scopeOf(act, asked));
  const rows = await countRows(act, key, asked);
  const kept = await counterOf(act, key, asked);
  const subject = `${asked.unitId}|${asked.planYear}|${key}|${asked.group}`;
  const differs = (name: string, other: { numerator: number; denominator: number } | null): Difference[] =>
    other === null || (other.numerator === value.numerator && other.denominator === value.denominator)
      ? []
      : [{ kind: 'figure', subject: `${subject} ${name}`, kept: write(other), counted: write(value) }];
  return [...differs('明细', rows), ...differs('计数', kept)];
}

/** What a row adds to the numerator. */
function contributed(measure: FigureDefinition['measure'], row: FigureRow): number {
  if (row.counted !== 1) return 0;
  if (measure === 'sum') return row.amount ?? 0;
  return measure === 'mean' ? (row.hundredths ?? 0) : 1;
}

async function countRows(
  act: Act,
  key: FigureKey,
  asked: FigureQuestion,
): Promise<{ numerator: number; denominator: number }> {
  let [numerator, denominator] = [0, 0];
  for (let page = 1; ; page += 1) {
    const rows = await readFigureRows(act, { ...asked, part: 'all', page, pageSize: PAGE });
    numerator += rows.reduce((sum, row) => sum + contributed(figures[key].measure, row), 0);
    denominator += rows.length;
    if (rows.length < PAGE) return { numerator, denominator };
  }
}

async function counterOf(
  act: Act,
  key: FigureKey,
  { unitId, planYear, group }: FigureQuestion,
): Promise<{ numerator: number; denominator: number } | null> {
  const { exam, hours } = await completion.readUnit(act, { unitId, planYear, group });
  switch (key) {
    case 'participation':
      return { numerator: exam.present, denominator: exam.due };
    case 'passing':
      return { numerator: exam.passed, denominator: exam.present };
    case 'excellence':
      return { numerator: exam.excellent, denominator: exam.present };
    case 'hoursReached':
      return { numerator: hours.reached, denominator: hours.due };
    case 'due':
      return { numerator: exam.due, denominator: exam.due };
    case 'present':
      return { numerator: exam.present, denominator: exam.present };
    default:
      return null;
  }
}

function write(value: Pick<FigureValue, 'numerator' | 'denominator'>): string {
  return `${value.numerator}/${value.denominator}`;
}
