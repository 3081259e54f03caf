import { REPORTED_CLASSES } from '#lib/domain/figures/classes.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { isFigureKey } from '#lib/domain/figures/registry/index.ts';
import { hiddenGroups, isSmall } from '#lib/domain/figures/small.ts';
import { trades } from '#lib/domain/units/trades.ts';
import type { Act } from '../platform/act.ts';
import { countFigure } from './questions.ts';
import type { FigureReading } from './verbs.ts';

/**
 * True when what leaves the unit may not tell what people of the figure's group reached: a part of the unit of fewer
 * than five people, or the next smallest class or trade beside one. The verb that calls has asked.
 */
export async function isHiddenOutside(
  act: Act,
  { definition, scope, value }: FigureReading,
): Promise<boolean> {
  if (definition.rows !== 'people' || !isPart(scope)) return false;
  const people = Math.max(value.denominator, value.due);
  if (isSmall(people)) return true;
  const [own, siblings] = siblingsOf(scope);
  const groups = [{ id: own, people }];
  for (const [id, beside] of siblings) {
    if (id === own || !isFigureKey(definition.key)) continue;
    const { denominator, due } = await countFigure(act, definition.key, beside);
    groups.push({ id, people: Math.max(denominator, due) });
  }
  return hiddenGroups(groups).has(own);
}

function isPart({ group, classCode, trade, selectionId }: FigureScope): boolean {
  return group === 'leadership' || classCode !== null || Boolean(trade) || Boolean(selectionId);
}

/** The group's name among those beside it, and the scope of each. */
function siblingsOf(scope: FigureScope): [own: string, siblings: [id: string, scope: FigureScope][]] {
  if (scope.classCode !== null)
    return [scope.classCode, REPORTED_CLASSES.map((classCode) => [classCode, { ...scope, classCode }])];
  if (scope.trade) return [scope.trade, Object.keys(trades).map((trade) => [trade, { ...scope, trade }])];
  return ['', []];
}
