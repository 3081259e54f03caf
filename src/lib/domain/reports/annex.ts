import { definitionOf, labelOf, printWhole } from '../figures/names.ts';
import { figureKeys, isFigureKey } from '../figures/registry/index.ts';
import { asOfDay } from '../completion/year.ts';
import { shanghaiDay, type Instant } from '../shared/time.ts';
import type { DepartmentTable } from '../figures/departments.ts';
import type { FigureValue } from '../figures/figure.ts';

/** Titles of the annexes, the same on page and paper. */
export const DEPARTMENTS_TITLE = '各部门学法情况';
export const FIGURES_TITLE = '指标口径与数值';

const HEAD = ['指标', '定义与公式', '数值', '统计日'];

/** A value with the day of which it speaks; today's at the latest by the year's end where it carries none. */
export type AnnexValue = FigureValue & { name: string; asOf?: string };

/**
 * The annexed table of figures: name, definition with formula, exact value with the counts behind it, day. Groups too
 * small to be shown by themselves are left out and the note says so.
 */
export function figureTable(
  values: readonly AnnexValue[],
  { planYear, at, hidden }: { planYear: number; at: Instant; hidden: ReadonlySet<string> },
): DepartmentTable {
  const day = asOfDay(planYear, shanghaiDay(at));
  const concerned = values
    .filter((value) => !value.name.includes('@') || value.denominator > 0)
    .sort((a, b) => placeOf(a) - placeOf(b));
  const rows = concerned
    .filter((value) => !hidden.has(value.name))
    .map((value) => {
      const definition = definitionOf(value.key);
      const meaning = `${definition?.definition ?? ''}公式：${definition?.formula ?? ''}。`;
      return [labelOf(value.name, value.list), meaning, printWhole(value), value.asOf ?? day];
    });
  const isHidden = concerned.some((value) => hidden.has(value.name));
  return {
    head: HEAD,
    rows,
    note: isHidden ? '注：人数不足5人的群体，以及与其一并隐去的群体，不单列。' : '',
  };
}

/** Of the registry's order, which sealed figures keep, too; one that it no longer knows stands last. */
function placeOf({ key }: AnnexValue): number {
  return isFigureKey(key) ? figureKeys.indexOf(key) : figureKeys.length;
}
