import type { ValueTable } from '#lib/domain/figures/figure.ts';
import { definitionOf } from '#lib/domain/figures/names.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { scopeOf } from './questions.ts';
import { questionOf, type UnitYear } from './questions.values.ts';
import type { AskedCopy, CopiedFigure, RowsCopy } from './rows.copy.ts';

export { readCopy, type RowsCopy } from './rows.copy.ts';
export type { CopiedCount } from './rows.tally.ts';

/** Copies the rows behind values of a unit's year, each person and event once, away from the answering thread. */
export function copyRows(act: Act, values: ValueTable, year: UnitYear): Promise<RowsCopy> {
  return readHeavy<RowsCopy>(act.db, 'figures/rows.copy.ts', 'copyRows', askedCopy(act, values, year));
}

/** What is to be copied, and how much it is by what was counted. */
export function askedCopy(act: Act, values: ValueTable, year: UnitYear): AskedCopy {
  const figures = [...values.keys()].map((name): CopiedFigure => {
    const question = questionOf(name, year);
    const rows = definitionOf(question.key)?.rows ?? 'people';
    return { name, key: question.key, scope: scopeOf(act, question), rows };
  });
  return { figures, largest: Math.max(0, ...[...values.values()].map((one) => one.denominator)) };
}
