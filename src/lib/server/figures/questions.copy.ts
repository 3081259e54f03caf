import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { scopeOf } from './questions.ts';
import { questionOf, type UnitYear } from './questions.values.ts';
import type { CopiedFigure, RowsCopy } from './rows.copy.ts';

export { readCopy, type CopiedCount, type RowsCopy } from './rows.copy.ts';

/** Copies the rows behind values of a unit's year, each person and event once, away from the answering thread. */
export function copyRows(act: Act, names: readonly string[], year: UnitYear): Promise<RowsCopy> {
  const figures = names.map((name): CopiedFigure => {
    const question = questionOf(name, year);
    return { name, key: question.key, scope: scopeOf(act, question) };
  });
  return readHeavy<RowsCopy>(act.db, 'figures/rows.copy.ts', 'copyRows', { figures });
}
